package io.qarion.plugins.duckdb;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.transform.FileRelation;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the blank lines between the records of a CSV file: DuckDB counts them when it says where a
 * malformed record stands, and gives no record for them.
 */
final class BlankLines {

  private static final Schema LINE =
      Schema.of(Column.of("number", PlainType.INTEGER), Column.of("line", PlainType.STRING));

  private final DuckDbSession session;
  private final FileRelation file;
  private final String delimiter;
  private final String quote;
  private final String escape;

  BlankLines(DuckDbSession session, FileRelation file) {
    this.session = session;
    this.file = file;
    this.delimiter = String.valueOf(file.options().getOrDefault("delim", ","));
    this.quote = String.valueOf(file.options().getOrDefault("quote", "\""));
    this.escape = String.valueOf(file.options().getOrDefault("escape", quote));
  }

  /** Numbers of the blank lines, in order; a record of several lines counts as one line. */
  List<Long> numbers() {
    // In a file of one column a blank line is a record without a value.
    String numbered =
        "SELECT row_number() OVER () AS number, line FROM " + RelationSql.lines(file.file());
    if (file.fileColumns().size() == 1
        || session.number("SELECT count(*) FROM (%s) WHERE line IS NULL".formatted(numbered))
            == 0) {
      return List.of();
    }
    String telling =
        quote.isEmpty()
            ? "line IS NULL"
            : "line IS NULL OR contains(line, %s)".formatted(SqlText.text(quote));
    String sql = "SELECT number, line FROM (%s) WHERE %s".formatted(numbered, telling);
    return blanks(session.rows(ChunkReader.readable(sql, LINE), LINE));
  }

  private List<Long> blanks(List<? extends List<?>> lines) {
    var found = new ArrayList<Long>();
    long opened = 0;
    long continued = 0;
    for (List<?> row : lines) {
      long number = row.getFirst() instanceof Long value ? value : 0;
      if (row.getLast() instanceof String line) {
        boolean wasInside = opened > 0;
        boolean inside = endsInside(line, wasInside);
        if (inside && !wasInside) {
          opened = number;
        } else if (!inside && wasInside) {
          continued += number - opened;
          opened = 0;
        }
      } else if (opened == 0) {
        found.add(number - continued);
      }
    }
    return found;
  }

  /** Whether a quoted field goes on behind the end of a line. */
  private boolean endsInside(String line, boolean startsInside) {
    boolean inside = startsInside;
    boolean atStart = !startsInside;
    int at = 0;
    while (at < line.length()) {
      if (inside) {
        if (line.startsWith(escape + quote, at)) {
          at += escape.length() + quote.length();
        } else {
          inside = !line.startsWith(quote, at);
          at++;
        }
      } else if (atStart && line.startsWith(quote, at)) {
        inside = true;
        atStart = false;
        at++;
      } else {
        atStart = line.startsWith(delimiter, at);
        at += atStart ? delimiter.length() : 1;
      }
    }
    return inside;
  }
}
