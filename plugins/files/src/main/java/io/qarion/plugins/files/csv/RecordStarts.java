package io.qarion.plugins.files.csv;

import io.qarion.core.flow.Settings;
import io.qarion.core.progress.Cancellation;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the lines in which records of delimited text begin: not each line is a record, and a record
 * may have several lines.
 *
 * @param skipped lines before the header, or before the first record where there is none
 * @param header whether a record of names comes first
 * @param blanks whether a blank line is a record
 * @param comment begins a line that is no record
 */
record RecordStarts(
    long skipped,
    boolean header,
    boolean blanks,
    Optional<String> comment,
    char delimiter,
    char quote,
    char escape) {

  private static final char NONE = '\0';

  /** How many records pass before it is looked whether anybody still waits. */
  private static final int PATIENCE = 1_000;

  static RecordStarts of(CsvDialect dialect, Settings stated) {
    Map<String, Object> options = dialect.options();
    long skip = options.get("skip") instanceof Number lines ? lines.longValue() : 0;
    char quote = sign(options, "quote", '"');
    return new RecordStarts(
        Math.max(skip, CsvDialect.skipped(stated)),
        Boolean.TRUE.equals(options.get("header")),
        dialect.detected().size() == 1,
        stated
            .text("comment")
            .or(() -> Optional.ofNullable(options.get("comment")).map(String::valueOf))
            .filter(text -> !text.isEmpty()),
        sign(options, "delim", ','),
        quote,
        sign(options, "escape", quote));
  }

  private static char sign(Map<String, Object> options, String key, char otherwise) {
    String text = options.containsKey(key) ? String.valueOf(options.get(key)) : "" + otherwise;
    return text.isEmpty() ? NONE : text.charAt(0);
  }

  /** Lines by the numbers of the wanted records, both from 1. */
  Map<Long, Long> lines(Reader text, Set<Long> records, Cancellation cancellation)
      throws IOException {
    Map<Long, Long> found = new LinkedHashMap<>();
    try (var in = new PushbackReader(text)) {
      long line = 1;
      long record = header ? 0 : 1;
      while (found.size() < records.size()) {
        boolean isRecord = line > skipped;
        Taken taken = take(in, isRecord);
        if (taken.lines() == 0) {
          break;
        }
        if (isRecord && !isLeftOut(taken)) {
          if (record > 0 && records.contains(record)) {
            found.put(record, line);
          }
          record++;
          if (record % PATIENCE == 0) {
            cancellation.throwIfRequested();
          }
        }
        line += taken.lines();
      }
    }
    return found;
  }

  private boolean isLeftOut(Taken taken) {
    return (taken.blank() && !blanks) || comment.filter(taken.start()::startsWith).isPresent();
  }

  /**
   * What was read at once.
   *
   * @param start its first signs
   */
  private record Taken(long lines, boolean blank, String start) {}

  /** Reads a record, or a line where quotes mean nothing. */
  private Taken take(PushbackReader in, boolean quotes) throws IOException {
    var start = new StringBuilder();
    int longest = comment.map(String::length).orElse(0);
    long lines = 0;
    boolean blank = true;
    boolean inside = false;
    boolean atStart = true;
    int sign = in.read();
    while (sign >= 0) {
      lines = Math.max(1, lines);
      boolean end = sign == '\n' || sign == '\r';
      if (end) {
        passNewline(in, sign);
        if (!inside) {
          return new Taken(lines, blank, start.toString());
        }
        lines++;
      } else {
        blank = false;
        if (start.length() < longest) {
          start.append((char) sign);
        }
        if (inside && sign == escape && escape != quote) {
          in.read();
        } else if (quotes && quote != NONE && sign == quote && (inside || atStart)) {
          inside = !inside || isDoubled(in);
        }
      }
      atStart = sign == delimiter;
      sign = in.read();
    }
    return new Taken(lines, blank, start.toString());
  }

  /** A quote that stands for itself is passed over. */
  private boolean isDoubled(PushbackReader in) throws IOException {
    int next = in.read();
    if (next == quote && escape == quote) {
      return true;
    }
    if (next >= 0) {
      in.unread(next);
    }
    return false;
  }

  private static void passNewline(PushbackReader in, int sign) throws IOException {
    if (sign == '\r') {
      int next = in.read();
      if (next >= 0 && next != '\n') {
        in.unread(next);
      }
    }
  }
}
