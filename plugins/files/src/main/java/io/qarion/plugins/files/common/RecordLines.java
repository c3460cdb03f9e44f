package io.qarion.plugins.files.common;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.Writer;
import java.util.Optional;

/**
 * Copies delimited text so that only records are left: without the lines before them, without
 * comment lines, each ended by one newline. What stands inside quotes is not touched. DuckDB would
 * cut a value at a comment sign inside it, and refuses line ends of two kinds.
 *
 * @param skip lines to leave out at the top
 * @param comment begins a line to leave out
 */
record RecordLines(long skip, Optional<String> comment, char quote) {

  private static final String BEFORE_FIELDS = ",;\t|";

  void copy(Reader from, Writer to, long limit) throws IOException {
    String sign = comment.orElse("");
    try (var in = new PushbackReader(from, Math.max(1, sign.length()))) {
      for (long line = 0; line < skip; line++) {
        endOfLine(in);
      }
      long total = 0;
      while (true) {
        while (!sign.isEmpty() && begins(in, sign)) {
          endOfLine(in);
        }
        int first = in.read();
        if (first < 0) {
          return;
        }
        in.unread(first);
        total += record(in, to);
        if (total > limit) {
          throw new IOException("it grows beyond " + limit + " characters");
        }
      }
    }
  }

  private long record(PushbackReader in, Writer to) throws IOException {
    boolean inside = false;
    int before = ',';
    long count = 1;
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (!inside && (c == '\n' || c == '\r')) {
        skipNewline(in, c);
        to.write('\n');
        return count;
      }
      if (c == quote) {
        inside = inside ? false : before == quote || BEFORE_FIELDS.indexOf(before) >= 0;
      }
      to.write(c);
      before = c;
      count++;
    }
    to.write('\n');
    return count;
  }

  private static boolean begins(PushbackReader in, String sign) throws IOException {
    var read = new char[sign.length()];
    int length = 0;
    while (length < read.length) {
      int c = in.read();
      if (c < 0) {
        break;
      }
      read[length++] = (char) c;
    }
    boolean equal = new String(read, 0, length).equals(sign);
    if (length > 0) {
      in.unread(read, 0, length);
    }
    return equal;
  }

  private static void endOfLine(PushbackReader in) throws IOException {
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n' || c == '\r') {
        skipNewline(in, c);
        return;
      }
    }
  }

  private static void skipNewline(PushbackReader in, int c) throws IOException {
    if (c == '\r') {
      int next = in.read();
      if (next >= 0 && next != '\n') {
        in.unread(next);
      }
    }
  }
}
