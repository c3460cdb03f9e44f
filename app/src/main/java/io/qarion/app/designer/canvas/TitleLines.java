package io.qarion.app.designer.canvas;

import java.text.BreakIterator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Breaks the title of a card into two lines at most. Each line is words of its own, so that a
 * picture of the flow can be searched for them.
 */
final class TitleLines {

  /** Where names that programs like are put together. */
  private static final String JOINTS = "_-./";

  private TitleLines() {}

  /**
   * One line or two; the second may still be too long.
   *
   * @param width of a text on the card
   * @param most what a line may be wide
   */
  static List<String> of(String title, ToDoubleFunction<String> width, double most) {
    if (width.applyAsDouble(title) <= most) {
      return List.of(title);
    }
    int end = longest(title, width, most, true);
    if (end == 0) {
      end = longest(title, width, most, false);
    }
    return end == 0
        ? List.of(title)
        : List.of(title.substring(0, end).strip(), title.substring(end).strip());
  }

  /** The end of the longest beginning that fits; 0 if there is none. */
  private static int longest(
      String title, ToDoubleFunction<String> width, double most, boolean atWords) {
    var signs = BreakIterator.getCharacterInstance();
    signs.setText(title);
    var words = BreakIterator.getLineInstance();
    words.setText(title);
    int longest = 0;
    for (int end = signs.next(); end < title.length() && end > 0; end = signs.next()) {
      boolean may = !atWords || words.isBoundary(end) || JOINTS.indexOf(title.charAt(end - 1)) >= 0;
      if (may) {
        if (width.applyAsDouble(title.substring(0, end).strip()) > most) {
          return longest;
        }
        longest = end;
      }
    }
    return longest;
  }
}
