package io.qarion.core.toml;

import io.qarion.core.problem.Place;
import java.util.Arrays;

/** A text with its file's name, which knows the line and column of every offset. */
final class SourceText {

  private final String fileName;
  private final String text;
  private final int[] lineStarts;
  private final String lineEnd;

  /**
   * @param otherLineEnd for new lines of a text that has none yet
   */
  SourceText(String fileName, String text, String otherLineEnd) {
    this.fileName = fileName;
    this.text = text;
    int firstFeed = text.indexOf('\n');
    boolean carriageReturn = firstFeed > 0 && text.charAt(firstFeed - 1) == '\r';
    lineEnd = firstFeed < 0 ? otherLineEnd : carriageReturn ? "\r\n" : "\n";
    int[] starts = new int[16];
    int count = 1;
    for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
      starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
      starts[count++] = feed + 1;
    }
    lineStarts = Arrays.copyOf(starts, count);
  }

  String fileName() {
    return fileName;
  }

  String text() {
    return text;
  }

  /** Columns count code points. */
  Place place(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    int column = text.codePointCount(lineStarts[line], Math.min(offset, text.length()));
    return Place.in(fileName, line + 1, column + 1);
  }

  int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** One past the line end of the line that {@code offset} is in. */
  int nextLine(int offset) {
    int feed = text.indexOf('\n', offset);
    return feed < 0 ? text.length() : feed + 1;
  }

  /** The blanks a line begins with. */
  String indent(int lineStart) {
    int end = lineStart;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(lineStart, end);
  }

  boolean isBlankLine(int lineStart) {
    return text.substring(lineStart, nextLine(lineStart)).isBlank();
  }

  boolean isCommentLine(int lineStart) {
    return text.startsWith("#", lineStart + indent(lineStart).length());
  }

  /** Start of the comment lines directly above a line, not beyond {@code limit}. */
  int commentStart(int lineStart, int limit) {
    int start = lineStart;
    while (start > limit && isCommentLine(lineStart(start - 1))) {
      start = lineStart(start - 1);
    }
    return Math.max(start, limit);
  }

  /** The first of the file; what the file had before it was emptied, if there is none. */
  String lineEnd() {
    return lineEnd;
  }
}
