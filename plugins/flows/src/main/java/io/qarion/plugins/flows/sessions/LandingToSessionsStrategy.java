package io.qarion.plugins.flows.sessions;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.Names;
import io.qarion.core.problem.Severity;
import io.qarion.core.problem.TaskId;
import io.qarion.core.transform.AggregateRows;
import io.qarion.core.transform.AtomicGroup;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.DistinctRows;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowExpectation;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.UnionRows;
import io.qarion.core.transform.Write;
import io.qarion.plugins.flows.common.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Gives each event its session, and each session a row. A batch adds its events to those there are
 * and computes all events of the entities it has to do with anew, so that late events count and the
 * same sessions come out however events are divided into batches.
 */
final class LandingToSessionsStrategy {

  private static final String BEFORE = "before";

  private final SessionSettings settings;
  private final SessionSources sources;
  private final SessionDatasets datasets;
  private final List<String> input;
  private final Column time;

  LandingToSessionsStrategy(
      SessionSettings settings,
      SessionSources sources,
      SessionDatasets datasets,
      List<String> input,
      Column time) {
    this.settings = settings;
    this.sources = sources;
    this.datasets = datasets;
    this.input = input;
    this.time = time;
  }

  /** Finds out whose sessions change, and gives their events a session. */
  AtomicGroup events(TaskId step) {
    var touched =
        new TransformationInstruction(step, touched(), datasets.touched(), new Write.Replace());
    var events =
        new TransformationInstruction(
            step,
            Query.of(
                List.of(sources.stored(), sources.arrived()),
                new EventRules(settings, input, time).rules()),
            datasets.events(),
            replace());
    return new AtomicGroup(List.of(touched, events), expectations());
  }

  /** Sums up the sessions of those entities; one that is as before keeps its batch. */
  AtomicGroup sessions(TaskId step) {
    var group = new ArrayList<>(settings.entities());
    group.add(SessionDatasets.SESSION_ID);
    List<TransformationRule> rules =
        List.of(
            sources.ofTouched(),
            new AggregateRows(group, Tables.formulas(measures())),
            Tables.join(JoinRows.How.LEFT, BEFORE, List.of(SessionDatasets.SESSION_ID)),
            new DeriveColumns(Tables.formulas(derived())),
            SelectColumns.Keep.names(datasets.sessions().schema().names()));
    return AtomicGroup.of(
        new TransformationInstruction(
            step,
            Query.of(List.of(sources.history(), sources.touched(), before()), rules),
            datasets.sessions(),
            replace()));
  }

  private Map<String, String> measures() {
    String moment = EventRules.moment(time);
    Map<String, String> measures = Tables.ordered();
    measures.put(SessionDatasets.START, "min(" + moment + ")");
    measures.put(SessionDatasets.END, "max(" + moment + ")");
    measures.put(SessionDatasets.COUNT, "count(*)");
    return measures;
  }

  private static Map<String, String> derived() {
    Map<String, String> columns = Tables.ordered();
    columns.put(
        SessionDatasets.DURATION,
        "div(date_diff('microsecond', %s, %s), 1000000)"
            .formatted(SessionDatasets.START, SessionDatasets.END));
    columns.put(
        TechnicalColumns.BATCH_ID,
        "case when %1$s = %1$s_other and %2$s = %2$s_other and %3$s = %3$s_other then %4$s else :batch_id end"
            .formatted(
                SessionDatasets.START,
                SessionDatasets.END,
                SessionDatasets.COUNT,
                TechnicalColumns.BATCH_ID));
    return columns;
  }

  private Write replace() {
    return new Write.ReplaceGroups(settings.entities(), Query.all(sources.touched()));
  }

  /** The sessions there are, to tell which of them stay as they are. */
  private TransformationSource before() {
    var columns =
        List.of(
            SessionDatasets.SESSION_ID,
            SessionDatasets.START,
            SessionDatasets.END,
            SessionDatasets.COUNT,
            TechnicalColumns.BATCH_ID);
    return new TransformationSource(
        BEFORE,
        new RowSource.Stored(datasets.sessions(), BatchRange.ALL),
        new Schema(
            datasets.sessions().schema().columns().stream()
                .filter(column -> columns.contains(column.name()))
                .toList()));
  }

  private Query touched() {
    var from = new ArrayList<>(List.of(sources.cameNow()));
    var rules = new ArrayList<TransformationRule>();
    if (sources.hasKey()) {
      TransformationSource replaced = sources.replaced();
      from.add(replaced);
      rules.add(new UnionRows(List.of(replaced.alias()), true, false));
    }
    rules.add(new DistinctRows(List.of(), List.of(), false));
    return Query.of(from, rules);
  }

  private List<RowExpectation> expectations() {
    String isNobody =
        settings.entities().stream()
            .map(name -> Names.quoted(name) + " is null")
            .collect(Collectors.joining(" or "));
    return List.of(
        expectation(
            Names.quoted(time.name()) + " is null",
            "sessionization.no_time",
            SessionSettings.TIME,
            "Events left out because they have no '" + time.name() + "': %,d.",
            "Correct the file."),
        expectation(
            isNobody,
            "sessionization.nobody",
            SessionSettings.ENTITIES,
            settings.keepsNobody()
                ? "Events of nobody, taken as those of one more: %,d."
                : "Events of nobody, left out: %,d.",
            "See null_entity for what becomes of them."));
  }

  private RowExpectation expectation(
      String condition, String code, String key, String message, String fix) {
    return new RowExpectation(
        Query.of(List.of(sources.landed()), List.of(new FilterRows(Formula.parse(condition)))),
        Severity.WARNING,
        code,
        "properties." + key,
        message,
        fix);
  }
}
