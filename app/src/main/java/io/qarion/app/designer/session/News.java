package io.qarion.app.designer.session;

import java.util.Optional;

/**
 * Something that was done and that a user should know of.
 *
 * @param offer what can be done about it; empty for nothing
 */
public record News(String text, Optional<Offer> offer) {

  /** A notice that only says something. */
  public static News of(String text) {
    return new News(text, Optional.empty());
  }

  /**
   * What can be done about a notice.
   *
   * @param title as shown, such as Undo
   */
  public record Offer(String title, Runnable handler) {}
}
