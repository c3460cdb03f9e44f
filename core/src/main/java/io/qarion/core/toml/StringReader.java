package io.qarion.core.toml;

import io.qarion.core.problem.Span;
import java.util.Arrays;

/**
 * Reads a string or quoted key out of the text and knows for each character of its value where it
 * is spelled. Only for text that the parser accepted.
 */
final class StringReader {

  private final String source;
  private final StringBuilder value = new StringBuilder();
  private int[] offsets = new int[16];
  private int at;
  private int end;

  private StringReader(String source) {
    this.source = source;
  }

  /** A string with its quotes, or a bare key. */
  static StringReader read(String source, Span span) {
    var reader = new StringReader(source);
    reader.at = span.start();
    reader.end = span.end();
    reader.run();
    return reader;
  }

  String value() {
    return value.toString();
  }

  /**
   * Offset in the source of a character of the value; of its end if {@code index} is its length.
   */
  int offsetOf(int index) {
    return index < value.length() ? offsets[Math.max(index, 0)] : end;
  }

  private void run() {
    char quote = source.charAt(at);
    if (quote == '"' || quote == '\'') {
      boolean multiLine = end - at >= 6 && source.startsWith(String.valueOf(quote).repeat(3), at);
      int width = multiLine ? 3 : 1;
      at += width;
      end -= width;
      if (multiLine) {
        at += lineEndAt(at);
      }
    }
    while (at < end) {
      step(quote == '"');
    }
  }

  private void step(boolean escapes) {
    char c = source.charAt(at);
    int lineEnd = lineEndAt(at);
    if (escapes && c == '\\') {
      escape();
    } else if (lineEnd > 0) {
      add('\n', at);
      at += lineEnd;
    } else {
      add(c, at++);
    }
  }

  private void escape() {
    int start = at;
    char c = source.charAt(at + 1);
    at += 2;
    switch (c) {
      case 'b' -> add('\b', start);
      case 't' -> add('\t', start);
      case 'n' -> add('\n', start);
      case 'f' -> add('\f', start);
      case 'r' -> add('\r', start);
      case 'e' -> add('\u001b', start);
      case 'x' -> codePoint(start, 2);
      case 'u' -> codePoint(start, 4);
      case 'U' -> codePoint(start, 8);
      case ' ', '\t', '\r', '\n' -> skipBlank();
      default -> add(c, start);
    }
  }

  private void codePoint(int start, int digits) {
    int point = Integer.parseInt(source, at, at + digits, 16);
    at += digits;
    for (char c : Character.toChars(point)) {
      add(c, start);
    }
  }

  private void skipBlank() {
    while (at < end && " \t\r\n".indexOf(source.charAt(at)) >= 0) {
      at++;
    }
  }

  private int lineEndAt(int offset) {
    if (source.startsWith("\r\n", offset)) {
      return 2;
    }
    return source.startsWith("\n", offset) ? 1 : 0;
  }

  private void add(char c, int offset) {
    if (value.length() == offsets.length) {
      offsets = Arrays.copyOf(offsets, offsets.length * 2);
    }
    offsets[value.length()] = offset;
    value.append(c);
  }
}
