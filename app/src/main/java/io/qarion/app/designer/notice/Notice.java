package io.qarion.app.designer.notice;

import java.util.List;

/**
 * Something that the user should know, with the answers to it.
 *
 * @param id such as {@code restored}
 * @param icon code of an icon
 * @param urgent whether work could be lost
 * @param choices the best one first
 */
public record Notice(String id, String icon, boolean urgent, String text, List<Choice> choices) {

  /**
   * An answer.
   *
   * @param id such as {@code keep}
   */
  public record Choice(String id, String title, Runnable action) {}

  public Notice {
    choices = List.copyOf(choices);
  }
}
