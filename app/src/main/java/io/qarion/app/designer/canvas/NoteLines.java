package io.qarion.app.designer.canvas;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Breaks the text of a note into lines that fit. Each line is words of its own, as on cards, so
 * that a picture of the flow can be searched for them.
 */
final class NoteLines {

  private static final String MORE = "…";

  private NoteLines() {}

  /**
   * The lines; where there are more than fit, the last ends with three points.
   *
   * @param width of a text on the note
   * @param widest what a line may be wide
   * @param most how many lines fit
   */
  static List<String> of(String text, ToDoubleFunction<String> width, double widest, int most) {
    var lines = new ArrayList<String>();
    for (String paragraph : text.strip().split("\\R", -1)) {
      if (lines.size() <= most) {
        broken(paragraph, width, widest, lines, most);
      }
    }
    if (lines.size() > most) {
      lines.subList(most, lines.size()).clear();
      lines.set(most - 1, shortened(lines.getLast(), width, widest));
    }
    return List.copyOf(lines);
  }

  private static void broken(
      String paragraph,
      ToDoubleFunction<String> width,
      double widest,
      List<String> lines,
      int most) {
    String left = paragraph.stripTrailing();
    while (width.applyAsDouble(left) > widest && lines.size() <= most) {
      int end = end(left, width, widest);
      lines.add(left.substring(0, end).stripTrailing());
      left = left.substring(end).stripLeading();
    }
    lines.add(left);
  }

  /** Where a line has to end: after its last word that fits, else within the word. */
  private static int end(String text, ToDoubleFunction<String> width, double widest) {
    int words = end(text, BreakIterator.getLineInstance(), width, widest);
    int signs = words > 0 ? words : end(text, BreakIterator.getCharacterInstance(), width, widest);
    return signs > 0 ? signs : text.offsetByCodePoints(0, 1);
  }

  private static int end(
      String text, BreakIterator places, ToDoubleFunction<String> width, double widest) {
    places.setText(text);
    int end = 0;
    for (int next = places.next(); next != BreakIterator.DONE; next = places.next()) {
      if (width.applyAsDouble(text.substring(0, next).stripTrailing()) > widest) {
        return end;
      }
      end = next;
    }
    return end;
  }

  private static String shortened(String line, ToDoubleFunction<String> width, double widest) {
    String left = line;
    while (!left.isEmpty() && width.applyAsDouble(left + MORE) > widest) {
      left = left.substring(0, left.offsetByCodePoints(left.length(), -1));
    }
    return left + MORE;
  }
}
