package io.qarion.plugins.flows.changefeed;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.expression.Formula;
import io.qarion.core.flow.Flow;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.TaskId;
import io.qarion.core.transform.AtomicGroup;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.CompareSnapshots;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.Write;
import io.qarion.plugins.flows.common.LandingStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the rows of a landing table into a feed of changes against the batch before. */
final class LandingToChangeFeedStrategy {

  private static final String CURRENT = "current";
  private static final String PREVIOUS = "previous";
  private static final String DETECTED_AT = "xt_detected_at";

  private final Flow flow;
  private final ChangeFeedSettings settings;
  private final LandingStep landing;

  LandingToChangeFeedStrategy(Flow flow, ChangeFeedSettings settings, LandingStep landing) {
    this.flow = flow;
    this.settings = settings;
    this.landing = landing;
  }

  /** The output: the input's columns and what the comparison says. */
  Dataset changeFeed() {
    var columns = new ArrayList<>(optional(flow.input().schema()));
    if (settings.isChangeDataFeed()) {
      columns.add(new Column(CompareSnapshots.CHANGE_TYPE, PlainType.STRING, true));
      columns.add(new Column("_commit_version", PlainType.INTEGER, true));
      columns.add(new Column("_commit_timestamp", PlainType.TIMESTAMP, true));
      columns.add(new Column(TechnicalColumns.BATCH_ID, PlainType.INTEGER, true));
    } else {
      columns.add(new Column(TechnicalColumns.BATCH_ID, PlainType.INTEGER, true));
      columns.add(new Column(CompareSnapshots.RECORD_TYPE, PlainType.STRING, true));
      columns.add(Column.of(CompareSnapshots.CHANGED_COLUMNS, PlainType.STRING));
      columns.add(new Column(DETECTED_AT, PlainType.TIMESTAMP, true));
      if (settings.shape() instanceof CompareSnapshots.Classified(boolean previous) && previous) {
        settings
            .detection()
            .forEach(name ->
                flow.input()
                    .schema()
                    .find(name)
                    .ifPresent(column ->
                        columns.add(
                            column.withName(CompareSnapshots.PREVIOUS_PREFIX + name).optional())));
      }
    }
    return new Dataset(
        new DatasetName(flow.id() + "_change_feed"),
        flow.namespace(),
        "New, changed and deleted records, batch by batch",
        new Schema(columns),
        List.of());
  }

  /** The last known record of each key, where deliveries are partial. */
  Optional<Dataset> state() {
    if (!settings.isPartial()) {
      return Optional.empty();
    }
    var columns = new ArrayList<>(flow.input().schema().columns());
    columns.add(new Column(TechnicalColumns.BATCH_ID, PlainType.INTEGER, true));
    return Optional.of(
        new Dataset(
            new DatasetName(flow.id() + "_state"),
            flow.namespace(),
            "The last known record of each key",
            new Schema(columns),
            landing.knownKeys()));
  }

  AtomicGroup instructions(TaskId step) {
    var instructions = new ArrayList<TransformationInstruction>();
    instructions.add(
        new TransformationInstruction(
            step,
            Query.of(List.of(current(), previous()), rules()),
            changeFeed(),
            new Write.Append()));
    state().ifPresent(state -> instructions.add(updateState(step, state)));
    return new AtomicGroup(instructions);
  }

  private List<TransformationRule> rules() {
    var compare =
        new CompareSnapshots(
            PREVIOUS,
            landing.knownKeys(),
            settings.detection(),
            settings.absence(),
            settings.includesUnchanged(),
            settings.shape());
    Map<String, Formula> added = new LinkedHashMap<>();
    if (settings.isChangeDataFeed()) {
      added.put("_commit_version", Formula.parse(":batch_id"));
      added.put("_commit_timestamp", Formula.parse(":batch_clock"));
    } else {
      added.put(DETECTED_AT, Formula.parse(":batch_clock"));
    }
    return List.of(compare, new DeriveColumns(added));
  }

  private TransformationInstruction updateState(TaskId step, Dataset state) {
    var actions = new ArrayList<Write.MergeAction>();
    Optional<Formula> deleted = settings.deleted("source.");
    deleted.ifPresent(condition ->
        actions.add(
            new Write.MergeAction(Write.MergeAction.Kind.DELETE_MATCHED, Optional.of(condition))));
    actions.add(new Write.MergeAction(Write.MergeAction.Kind.UPDATE_MATCHED, Optional.empty()));
    actions.add(
        new Write.MergeAction(
            Write.MergeAction.Kind.INSERT_UNMATCHED,
            deleted.map(
                condition -> Formula.parse("not coalesce(" + condition.text() + ", false)"))));
    return new TransformationInstruction(
        step, Query.all(current()), state, new Write.Merge(landing.knownKeys(), actions));
  }

  private TransformationSource current() {
    return new TransformationSource(
        CURRENT,
        new RowSource.Stored(landing.landing(), BatchRange.CURRENT),
        flow.input().schema());
  }

  private TransformationSource previous() {
    RowSource rows =
        state()
            .<RowSource>map(state -> new RowSource.Stored(state, BatchRange.ALL))
            .orElseGet(() -> new RowSource.Stored(landing.landing(), BatchRange.PREVIOUS));
    return new TransformationSource(PREVIOUS, rows, flow.input().schema());
  }

  /** A deleted record of an older shape may lack what is required now. */
  private static List<Column> optional(Schema schema) {
    return schema.columns().stream().map(Column::optional).toList();
  }
}
