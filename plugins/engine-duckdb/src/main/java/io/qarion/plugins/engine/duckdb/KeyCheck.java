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
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sees to it that a batch has each primary key once. */
final class KeyCheck {

  private static final int SHOWN = 10;

  /** A bit for each value between the least and the greatest key: 32 MiB a thread at most. */
  private static final long MOST_BITS = 1L << 28;

  private static final int MOST_BITS_A_ROW = 64;

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
    if (eachHasABitOfItsOwn()) {
      return;
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

  /**
   * Whether a single whole number is the key, its values lie close enough for a map of bits, and as
   * many bits are set as there are rows. That takes a twentieth of the time of a grouping, which
   * has to decide in all other cases.
   */
  private boolean eachHasABitOfItsOwn() {
    List<String> key = dataset.primaryKey();
    boolean wholeNumber =
        key.size() == 1
            && dataset
                .schema()
                .find(key.getFirst())
                .filter(column -> column.type() == PlainType.INTEGER)
                .isPresent();
    if (!wholeNumber) {
      return false;
    }
    Schema extent =
        Schema.of(
            Column.of("number", PlainType.INTEGER),
            Column.of("least", PlainType.INTEGER),
            Column.of("most", PlainType.INTEGER));
    String sql =
        "SELECT count(*) AS number, min(%s) AS least, max(%s) AS most FROM %s"
            .formatted(keys, keys, rows);
    List<@Nullable Object> found =
        session.rows(ChunkReader.readable(sql, extent), extent).getFirst();
    if (!(found.get(0) instanceof Long number
        && found.get(1) instanceof Long least
        && found.get(2) instanceof Long most)) {
      return false;
    }
    // Beyond the numbers it has, a difference is negative; DuckDB can't write the least number.
    long bits = most - least;
    return bits >= 0
        && bits < MOST_BITS
        && bits / MOST_BITS_A_ROW <= number
        && least > Long.MIN_VALUE
        && number
            == session.number(
                "SELECT bit_count(bitstring_agg(%s - (%d), 0, %d)) FROM %s"
                    .formatted(keys, least, bits, rows));
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
