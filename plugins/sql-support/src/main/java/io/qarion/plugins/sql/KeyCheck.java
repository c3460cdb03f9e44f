package io.qarion.plugins.sql;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.TableProblems;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Sees to it that a batch has each primary key once. */
public final class KeyCheck {

  private final SqlSession session;
  private final SqlDialect dialect;
  private final Dataset dataset;
  private final String rows;
  private final String keys;

  /**
   * @param rows the batch, as it stands after FROM
   */
  public KeyCheck(SqlSession session, SqlDialect dialect, Dataset dataset, String rows) {
    this.session = session;
    this.dialect = dialect;
    this.dataset = dataset;
    this.rows = rows;
    this.keys = dataset.primaryKey().stream().map(dialect::name).collect(Collectors.joining(", "));
  }

  /** The same with no quicker way than a grouping. */
  public void check(String fix) {
    check(fix, () -> false);
  }

  /**
   * Refuses NULL and repeated keys, naming up to ten of them.
   *
   * @param areDistinct a quicker way to know that no key is repeated; false decides nothing
   */
  public void check(String fix, BooleanSupplier areDistinct) {
    if (dataset.primaryKey().isEmpty()) {
      return;
    }
    String anyNull =
        dataset.primaryKey().stream()
            .map(key -> dialect.name(key) + " IS NULL")
            .collect(Collectors.joining(" OR "));
    long missing = session.number("SELECT count(*) FROM %s WHERE %s".formatted(rows, anyNull));
    if (missing > 0) {
      throw TableProblems.missingKeys(dataset, missing);
    }
    if (areDistinct.getAsBoolean()) {
      return;
    }
    String repeated =
        "SELECT %s FROM %s GROUP BY %s HAVING count(*) > 1".formatted(keys, rows, keys);
    long duplicates = session.number("SELECT count(*) FROM (" + repeated + ") AS repeated");
    if (duplicates > 0) {
      throw TableProblems.repeatedKeys(dataset, duplicates, shown(repeated), fix);
    }
  }

  private List<String> shown(String repeated) {
    String text =
        dataset.primaryKey().stream().map(this::text).collect(Collectors.joining(" || ', ' || "));
    Schema schema = Schema.of(Column.of("key", PlainType.STRING));
    String sql =
        "SELECT %s AS %s FROM (%s) AS repeated ORDER BY 1 LIMIT %d"
            .formatted(text, dialect.name("key"), repeated, TableProblems.KEYS_SHOWN);
    return session.select(sql, schema).stream().map(row -> String.valueOf(row.getFirst())).toList();
  }

  private String text(String key) {
    return dataset
        .schema()
        .find(key)
        .map(column -> dialect.cast(dialect.name(key), column.type(), PlainType.STRING, false))
        .orElseGet(() -> dialect.name(key));
  }
}
