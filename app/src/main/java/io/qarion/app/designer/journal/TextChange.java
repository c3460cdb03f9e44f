package io.qarion.app.designer.journal;

/**
 * What an edit did to a text: at one place some characters gave way to others.
 *
 * @param offset in UTF-16 units, from 0
 */
public record TextChange(int offset, String removed, String inserted) {

  public TextChange {
    if (offset < 0) {
      throw new IllegalArgumentException("a place in a text is not negative");
    }
  }

  /** The smallest change that makes one text of another; it parts no pair of surrogates. */
  public static TextChange between(String before, String after) {
    int shorter = Math.min(before.length(), after.length());
    int start = 0;
    while (start < shorter && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    if (start > 0 && Character.isHighSurrogate(before.charAt(start - 1))) {
      start--;
    }
    int end = 0;
    while (end < shorter - start
        && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
      end++;
    }
    if (end > 0 && Character.isLowSurrogate(before.charAt(before.length() - end))) {
      end--;
    }
    return new TextChange(
        start,
        before.substring(start, before.length() - end),
        after.substring(start, after.length() - end));
  }

  /** Whether a text has at the place what the change takes away. */
  public boolean fits(String text) {
    return text.startsWith(removed, offset);
  }

  /**
   * The text after the change.
   *
   * @throws IllegalArgumentException if it does not fit
   */
  public String apply(String text) {
    if (!fits(text)) {
      throw new IllegalArgumentException("the change belongs to another text");
    }
    return text.substring(0, offset) + inserted + text.substring(offset + removed.length());
  }

  /** What takes the change back. */
  public TextChange reversed() {
    return new TextChange(offset, inserted, removed);
  }

  /** How many characters it is about. */
  int size() {
    return removed.length() + inserted.length();
  }
}
