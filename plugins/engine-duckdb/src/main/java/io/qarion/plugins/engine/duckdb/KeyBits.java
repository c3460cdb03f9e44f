package io.qarion.plugins.engine.duckdb;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.plugins.duckdb.ChunkReader;
import io.qarion.plugins.duckdb.DuckDbSession;
import io.qarion.plugins.duckdb.SqlText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the keys of a batch are distinct, found in a twentieth of the time of a grouping: a
 * single whole number is the key, its values lie close enough for a map of bits, and as many bits
 * are set as there are rows. A grouping has to decide in all other cases.
 */
final class KeyBits {

  /** A bit for each value between the least and the greatest key: 32 MiB a thread at most. */
  private static final long MOST_BITS = 1L << 28;

  private static final int MOST_BITS_A_ROW = 64;

  private final DuckDbSession session;
  private final Dataset dataset;
  private final String rows;
  private final String keys;

  /**
   * @param rows the batch, as it stands after FROM
   */
  KeyBits(DuckDbSession session, Dataset dataset, String rows) {
    this.session = session;
    this.dataset = dataset;
    this.rows = rows;
    this.keys = SqlText.names(dataset.primaryKey());
  }

  boolean areDistinct() {
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
}
