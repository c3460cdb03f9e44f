package io.qarion.core.quality;

import io.qarion.core.expression.Formula;
import io.qarion.core.expression.Names;
import io.qarion.core.transform.AggregateRows;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.TransformationRule;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says as rules what a check of all rows measures, and whether that is as it should be. */
final class SetMeasures {

  /** The figure, as text; NULL where there is none. */
  static final String OBSERVED = "observed";

  /** Whether the check passes. */
  static final String PASSED = "passed";

  /** Parameters: between which numbers of rows a change is small enough. */
  static final String LEAST_ROWS = "xt_least_rows";

  static final String MOST_ROWS = "xt_most_rows";

  private static final String VALUE = "xt_value";

  private SetMeasures() {}

  static List<TransformationRule> rowCount(Bounds bounds) {
    return rules("count(*)", bounds.holds(VALUE));
  }

  static List<TransformationRule> rowCountChange() {
    return rules("count(*)", "%s between :%s and :%s".formatted(VALUE, LEAST_ROWS, MOST_ROWS));
  }

  static List<TransformationRule> freshness(String column, Duration maxAge) {
    return rules(
        "max(cast(" + Names.quoted(column) + " as timestamp))",
        "%s >= date_add('second', -%d, :%s)"
            .formatted(VALUE, maxAge.toSeconds(), BatchContext.BATCH_CLOCK));
  }

  static List<TransformationRule> statistic(SetCheck.Statistic check) {
    return rules(check.figure().of(Names.quoted(check.column())), check.bounds().holds(VALUE));
  }

  private static List<TransformationRule> rules(String measure, String holds) {
    Map<String, Formula> columns = new LinkedHashMap<>();
    columns.put(OBSERVED, Formula.parse("cast(" + VALUE + " as string)"));
    columns.put(PASSED, Formula.parse("coalesce(" + holds + ", false)"));
    return List.of(
        new AggregateRows(List.of(), Map.of(VALUE, Formula.parse(measure))),
        new DeriveColumns(columns),
        SelectColumns.Keep.names(List.of(OBSERVED, PASSED)));
  }
}
