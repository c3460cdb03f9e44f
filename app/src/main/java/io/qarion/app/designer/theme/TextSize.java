package io.qarion.app.designer.theme;

import java.util.Optional;

/**
 * How large the window's text is.
 *
 * @param percent of the size that the looks were drawn for
 */
public record TextSize(int percent) {

  public static final TextSize NORMAL = new TextSize(100);

  private static final int LARGEST = 200;
  private static final int STEP = 25;

  public TextSize {
    percent = Math.clamp(percent - percent % STEP, 100, LARGEST);
  }

  /** The next one; the largest stays. */
  public TextSize larger() {
    return new TextSize(percent + STEP);
  }

  /** The one before; the normal one stays. */
  public TextSize smaller() {
    return new TextSize(percent - STEP);
  }

  /** As it is kept: percent. */
  public String text() {
    return String.valueOf(percent);
  }

  /** What a text stands for; empty if it is no number. */
  public static Optional<TextSize> parse(String text) {
    return text.matches("\\d{1,4}")
        ? Optional.of(new TextSize(Integer.parseInt(text)))
        : Optional.empty();
  }
}
