package io.qarion.core.quality;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.expression.Formula;
import io.qarion.core.flow.Flow;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.TaskId;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.Write;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the results of a flow's checks are kept: a row for each check, and the failing rows. What a
 * suite found in a batch takes the place of what it found there before.
 */
public record QualityRecords(Dataset results, Dataset samples) {

  private static final String SUITE = "suite";
  private static final String CHECKED_AT = "checked_at";
  private static final List<String> GROUP = List.of(SUITE, TechnicalColumns.BATCH_ID);

  private static final Schema RESULTS =
      Schema.of(
          required(SUITE, PlainType.STRING),
          required("check", PlainType.STRING),
          required("severity", PlainType.STRING),
          required("passed", PlainType.BOOLEAN),
          required("rows_checked", PlainType.INTEGER),
          Column.of("rows_failed", PlainType.INTEGER),
          Column.of("observed", PlainType.STRING),
          Column.of("expected", PlainType.STRING),
          required("message", PlainType.STRING),
          required(TechnicalColumns.BATCH_ID, PlainType.INTEGER),
          required(CHECKED_AT, PlainType.TIMESTAMP));

  private static final Schema SAMPLES =
      Schema.of(
          required(SUITE, PlainType.STRING),
          required("check", PlainType.STRING),
          required("sample_number", PlainType.INTEGER),
          required("failing_row", PlainType.STRING),
          required(TechnicalColumns.BATCH_ID, PlainType.INTEGER),
          required(CHECKED_AT, PlainType.TIMESTAMP));

  /** The datasets of a flow. */
  public static QualityRecords of(Flow flow) {
    return new QualityRecords(
        dataset(flow, "_quality_results", "What each check found, batch by batch", RESULTS),
        dataset(flow, "_quality_samples", "Rows that failed checks, as JSON", SAMPLES));
  }

  private static Dataset dataset(Flow flow, String suffix, String description, Schema schema) {
    return new Dataset(
        new DatasetName(flow.id() + suffix), flow.namespace(), description, schema, List.of());
  }

  public List<Dataset> datasets() {
    return List.of(results, samples);
  }

  /** The results of a suite in all batches. */
  public Query found(String suite) {
    return Query.of(
        List.of(TransformationSource.of("results", new RowSource.Stored(results, BatchRange.ALL))),
        List.of(new FilterRows(Formula.parse(SUITE + " = " + CheckLiterals.of(suite)))));
  }

  /** What keeps the results of a suite. */
  public List<TransformationInstruction> instructions(
      TaskId step, String suite, List<CheckResult> found, BatchContext batch) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<List<@Nullable Object>> failing = new ArrayList<>();
    for (CheckResult result : found) {
      rows.add(row(suite, result, batch));
      failing.addAll(sample(suite, result, batch));
    }
    return List.of(
        instruction(step, suite, results, rows, batch),
        instruction(step, suite, samples, failing, batch));
  }

  private static List<@Nullable Object> row(String suite, CheckResult result, BatchContext batch) {
    QualityCheck check = result.check();
    return Arrays.asList(
        suite,
        check.id(),
        check.severity().text(),
        result.passed(),
        result.rowsChecked(),
        result.rowsFailed() < 0 ? null : result.rowsFailed(),
        result.observed(),
        result.expected(),
        result.message(),
        batch.batchId(),
        batch.clock());
  }

  private static List<List<@Nullable Object>> sample(
      String suite, CheckResult result, BatchContext batch) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    RowPage page = result.sample();
    for (int i = 0; i < page.rows().size(); i++) {
      rows.add(
          Arrays.asList(
              suite,
              result.check().id(),
              i + 1L,
              RowJson.of(page.schema(), page.rows().get(i)),
              batch.batchId(),
              batch.clock()));
    }
    return rows;
  }

  private static TransformationInstruction instruction(
      TaskId step,
      String suite,
      Dataset target,
      List<List<@Nullable Object>> rows,
      BatchContext batch) {
    Schema group =
        Schema.of(
            required(SUITE, PlainType.STRING),
            required(TechnicalColumns.BATCH_ID, PlainType.INTEGER));
    Query groups = rows("groups", group, List.of(List.of(suite, batch.batchId())));
    return new TransformationInstruction(
        step, rows("found", target.schema(), rows), target, new Write.ReplaceGroups(GROUP, groups));
  }

  private static Query rows(
      String alias, Schema schema, List<? extends List<@Nullable Object>> rows) {
    RowSource source =
        rows.isEmpty()
            ? new RowSource.Empty(schema)
            : RowSource.Rows.of(RowPage.of(schema, 0, List.copyOf(rows), false));
    return Query.all(TransformationSource.of(alias, source));
  }

  private static Column required(String name, PlainType type) {
    return new Column(name, type, true);
  }
}
