package io.qarion.core.file;

import io.qarion.core.progress.Cancellation;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Some lines of a text, as they stand there.
 *
 * @param first number of the first of them, from 1
 * @param lines without their ends; long ones are cut, which an ellipsis says
 * @param more whether others follow
 */
public record RawText(long first, List<String> lines, boolean more) {

  /** Signs of a line that are kept. */
  public static final int LONGEST_LINE = 2_000;

  /** How many lines pass before it is looked whether anybody still waits. */
  private static final int PATIENCE = 1_000;

  public RawText {
    lines = List.copyOf(lines);
  }

  /**
   * Reads some lines and no further; a line of any length takes little memory.
   *
   * @param first number of the first wanted line, from 1
   */
  public static RawText read(Reader text, long first, int count, Cancellation cancellation)
      throws IOException {
    var lines = new ArrayList<String>();
    try (var in = new PushbackReader(text)) {
      var line = new StringBuilder();
      for (long number = 1; number < first + count; number++) {
        if (number % PATIENCE == 0) {
          cancellation.throwIfRequested();
        }
        line.setLength(0);
        if (!readLine(in, line)) {
          return new RawText(first, lines, false);
        }
        if (number >= first) {
          lines.add(number == 1 ? withoutMark(line.toString()) : line.toString());
        }
      }
      return new RawText(first, lines, in.read() >= 0);
    }
  }

  /** Whether there was a line. */
  private static boolean readLine(PushbackReader in, StringBuilder line) throws IOException {
    int sign = in.read();
    if (sign < 0) {
      return false;
    }
    while (sign >= 0 && sign != '\n' && sign != '\r') {
      if (line.length() < LONGEST_LINE) {
        line.append((char) sign);
      } else if (line.length() == LONGEST_LINE) {
        line.append('…');
      }
      sign = in.read();
    }
    if (sign == '\r') {
      int next = in.read();
      if (next >= 0 && next != '\n') {
        in.unread(next);
      }
    }
    return true;
  }

  private static String withoutMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }
}
