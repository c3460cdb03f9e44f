package io.qarion.plugins.engine.duckdb;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.plugins.duckdb.ChunkReader;
import io.qarion.plugins.duckdb.SqlText;
import java.util.stream.Collectors;

/** Sees to it that a batch has each primary key once. */
final class KeyCheck {

  private static final int SHOWN = 10;

  private final Session session;
  private final Dataset dataset;
  private final String rows;
  private final String keys;

  /**
   * @param rows the batch, as it stands after FROM
   */
  KeyCheck(Session session, Dataset dataset, String rows) {
    this.session = session;
    this.dataset = dataset;
    this.rows = rows;
    this.keys = SqlText.names(dataset.primaryKey());
  }

  void check(String fix) {
    if (dataset.primaryKey().isEmpty()) {
      return;
    }
    String anyNull =
        dataset.primaryKey().stream()
            .map(key -> SqlText.name(key) + " IS NULL")
            .collect(Collectors.joining(" OR "));
    long missing = session.number("SELECT count(*) FROM %s WHERE %s".formatted(rows, anyNull));
    if (missing > 0) {
      throw refused(
          "key.null",
          "%,d rows have no value in the primary key (%s).".formatted(missing, keyNames()),
          "Correct the file, or take the column out of primary_key.");
    }
    String repeated = "SELECT %s FROM %s GROUP BY ALL HAVING count(*) > 1".formatted(keys, rows);
    long duplicates = session.number("SELECT count(*) FROM (" + repeated + ")");
    if (duplicates > 0) {
      throw refused(
          "key.duplicate",
          "%,d values of the primary key (%s) occur more than once: %s."
              .formatted(duplicates, keyNames(), shown(repeated)),
          fix);
    }
  }

  private String shown(String repeated) {
    String text =
        dataset.primaryKey().stream()
            .map(key -> "coalesce(CAST(" + SqlText.name(key) + " AS VARCHAR), 'NULL')")
            .collect(Collectors.joining(", "));
    Schema schema = Schema.of(Column.of("key", PlainType.STRING));
    String sql =
        "SELECT concat_ws(', ', %s) AS key FROM (%s) ORDER BY ALL LIMIT %d"
            .formatted(text, repeated, SHOWN);
    return session.rows(ChunkReader.readable(sql, schema), schema).stream()
        .map(row -> "(" + row.getFirst() + ")")
        .collect(Collectors.joining(", "));
  }

  private String keyNames() {
    return String.join(", ", dataset.primaryKey());
  }

  private QarionException refused(String code, String message, String fix) {
    return new QarionException(
        Problem.error(code, Place.of("datasets." + dataset.name()), message, fix));
  }
}
