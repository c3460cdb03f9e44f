package io.qarion.core.quality;

import io.qarion.core.dataset.DataType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A check that looks at all rows together. */
public sealed interface SetCheck extends CheckKind {

  /** The number of rows lies between two others. */
  record RowCount(Bounds bounds) implements SetCheck {}

  /**
   * The number of rows differs from that of the batch before by no more than a share of it; the
   * first batch passes.
   */
  record RowCountChange(BigDecimal maxRatio) implements SetCheck {}

  /** The latest time in a column is no older than this at the batch's clock. */
  record Freshness(String column, Duration maxAge) implements SetCheck {}

  /** A figure of a column lies between two values; one that has no value does not. */
  record Statistic(String column, Figure figure, Bounds bounds) implements SetCheck {}

  /**
   * The stored columns are those expected.
   *
   * @param exact whether further columns are wrong
   */
  record ExpectedColumns(Map<String, DataType> columns, boolean exact) implements SetCheck {
    public ExpectedColumns {
      columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }
  }

  /** A SELECT in the engine's own SQL that gives the bad rows gives none. */
  record Statement(String query) implements SetCheck {}

  /** What is computed of a column. */
  enum Figure {
    SUM("sum(%s)"),
    MEAN("avg(%s)"),
    MIN("min(%s)"),
    MAX("max(%s)"),
    STDDEV("stddev(%s)"),
    DISTINCT_COUNT("count(distinct %s)"),
    NULL_COUNT("count_if(%s is null)");

    private final String expression;

    Figure(String expression) {
      this.expression = expression;
    }

    /** The value of {@code statistic}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    String of(String quotedColumn) {
      return expression.formatted(quotedColumn);
    }
  }
}
