package io.qarion.core.quality;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.PageRequest;
import io.qarion.core.flow.Durations;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.LimitRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.QueryBody;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Asks an engine whether checks hold. Each check may be asked in a thread of its own. */
public final class CheckEvaluator {

  private static final RowPage NO_ROWS = RowPage.of(Schema.EMPTY, 0, List.of(), false);

  private final Engine engine;
  private final Map<String, Object> values;
  private final OptionalLong previousRows;
  private final Cancellation cancellation;

  /**
   * @param values of {@code :name}, the batch's clock among them
   * @param previousRows how many rows the batch before had; empty if there was none
   */
  public CheckEvaluator(
      Engine engine,
      Map<String, Object> values,
      OptionalLong previousRows,
      Cancellation cancellation) {
    this.engine = engine;
    this.values = Map.copyOf(values);
    this.previousRows = previousRows;
    this.cancellation = cancellation;
  }

  /** How many rows there are to check. */
  public long rows(TransformationSource source) {
    return engine.count(Query.all(source), values, cancellation);
  }

  /**
   * What a check finds.
   *
   * @param rows how many rows there are
   */
  public CheckResult evaluate(PlannedCheck planned, long rows) {
    QualityCheck check = planned.check();
    return switch (planned.question()) {
      case PlannedCheck.Failing(Query failing) ->
          check.kind() instanceof SetCheck
              ? statement(check, failing, rows)
              : failing(check, failing, rows);
      case PlannedCheck.Measured(Query measured) -> measured(check, measured, rows);
      case PlannedCheck.Columns(TransformationSource source) -> columns(check, source, rows);
    };
  }

  private CheckResult failing(QualityCheck check, Query failing, long rows) {
    long failed = engine.count(failing, values, cancellation);
    boolean passed = check.allows(failed, rows);
    BigDecimal share =
        rows == 0
            ? BigDecimal.ONE
            : BigDecimal.valueOf(rows - failed)
                .divide(
                    BigDecimal.valueOf(rows),
                    4,
                    failed == 0 ? RoundingMode.HALF_UP : RoundingMode.DOWN);
    return new CheckResult(
        check,
        rows,
        failed,
        passed,
        plain(share),
        ">= " + plain(check.threshold()),
        sample(failing, failed));
  }

  private CheckResult statement(QualityCheck check, Query failing, long rows) {
    long failed = engine.count(failing, values, cancellation);
    return new CheckResult(
        check,
        rows,
        failed,
        failed == 0,
        failed + " bad rows",
        "0 bad rows",
        sample(failing, failed));
  }

  /** The first of the bad rows in the order of all columns, so that equal data gives equal rows. */
  private RowPage sample(Query failing, long failed) {
    if (failed == 0) {
      return NO_ROWS;
    }
    Query few =
        switch (failing.body()) {
          case QueryBody.Rules(List<TransformationRule> rules) -> {
            var limited = new ArrayList<>(rules);
            limited.add(new LimitRows(CheckResult.SAMPLE_ROWS, 0));
            yield Query.of(failing.sources(), limited);
          }
          case QueryBody.Statement _ -> failing;
        };
    return engine.page(new PageRequest(few, values, 0, CheckResult.SAMPLE_ROWS), cancellation);
  }

  private CheckResult measured(QualityCheck check, Query measured, long rows) {
    var all = new HashMap<>(values);
    all.put(SetMeasures.LEAST_ROWS, leastRows(check));
    all.put(SetMeasures.MOST_ROWS, mostRows(check));
    List<?> row = engine.page(new PageRequest(measured, all, 0, 1), cancellation).rows().getFirst();
    return new CheckResult(
        check,
        rows,
        -1,
        Boolean.TRUE.equals(row.get(1)),
        row.get(0) == null ? "nothing" : String.valueOf(row.get(0)),
        expected(check),
        NO_ROWS);
  }

  private String expected(QualityCheck check) {
    return switch (check.kind()) {
      case SetCheck.RowCount(Bounds bounds) -> bounds.text();
      case SetCheck.Statistic statistic -> statistic.bounds().text();
      case SetCheck.Freshness freshness -> "no older than " + Durations.text(freshness.maxAge());
      case SetCheck.RowCountChange _ ->
          previousRows.isEmpty()
              ? "any number"
              : ">= %d and <= %d".formatted(leastRows(check), mostRows(check));
      case SetCheck.ExpectedColumns _, SetCheck.Statement _, RowCheck _ -> "";
    };
  }

  private long leastRows(QualityCheck check) {
    return check.kind() instanceof SetCheck.RowCountChange(BigDecimal ratio)
            && previousRows.isPresent()
        ? share(BigDecimal.ONE.subtract(ratio)).setScale(0, RoundingMode.CEILING).longValue()
        : 0;
  }

  private long mostRows(QualityCheck check) {
    return check.kind() instanceof SetCheck.RowCountChange(BigDecimal ratio)
            && previousRows.isPresent()
        ? share(BigDecimal.ONE.add(ratio)).setScale(0, RoundingMode.FLOOR).longValue()
        : Long.MAX_VALUE;
  }

  private BigDecimal share(BigDecimal ratio) {
    return BigDecimal.valueOf(previousRows.orElse(0)).multiply(ratio, MathContext.UNLIMITED);
  }

  private CheckResult columns(QualityCheck check, TransformationSource source, long rows) {
    if (!(check.kind() instanceof SetCheck.ExpectedColumns expected)) {
      throw new IllegalArgumentException(check.id() + " expects no columns");
    }
    Schema found = stored(source);
    var wrong = new ArrayList<String>();
    expected
        .columns()
        .forEach((name, type) ->
            found
                .find(name)
                .ifPresentOrElse(
                    column -> {
                      if (!column.type().equals(type)) {
                        wrong.add(name + " is " + column.type().text());
                      }
                    },
                    () -> wrong.add(name + " is missing")));
    found.names().stream()
        .filter(name -> expected.exact() && !expected.columns().containsKey(name))
        .forEach(name -> wrong.add(name + " is not expected"));
    String wanted =
        expected.columns().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue().text())
            .collect(Collectors.joining(", "));
    return new CheckResult(
        check,
        rows,
        -1,
        wrong.isEmpty(),
        wrong.isEmpty() ? shown(found) : String.join(", ", wrong),
        wanted,
        NO_ROWS);
  }

  /** The columns as they are stored, whatever files declare. */
  private Schema stored(TransformationSource source) {
    Schema all =
        source.rows() instanceof RowSource.Stored(var dataset, _)
            ? engine.tableSchema(dataset.physicalName()).orElse(Schema.EMPTY)
            : engine.describe(Query.all(source), values);
    return TechnicalColumns.visible(all, "");
  }

  private static String shown(Schema schema) {
    return schema.columns().stream()
        .map((Column column) -> column.name() + " " + column.type().text())
        .collect(Collectors.joining(", "));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
