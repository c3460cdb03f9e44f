package io.qarion.app.designer.control;

/**
 * Something that could be written at a place of a text.
 *
 * @param text as it is shown and found
 * @param inserted what is written, such as the text in quotes
 * @param detail its type or its signature; may be empty
 * @param help one sentence; may be empty
 */
public record Proposal(String text, String inserted, String detail, String help) {

  /** One that is written as it is shown. */
  public Proposal(String text, String detail, String help) {
    this(text, text, detail, help);
  }
}
