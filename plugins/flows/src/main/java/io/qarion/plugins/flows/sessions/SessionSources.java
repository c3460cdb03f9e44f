package io.qarion.plugins.flows.sessions;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.Names;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import io.qarion.plugins.flows.common.LandingStep;
import io.qarion.plugins.flows.common.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The events that sessions are computed from: those that have come, and those there were. */
final class SessionSources {

  static final String LANDED = "landed";

  private static final String TOUCHED = "touched";
  private static final String HISTORY = "history";

  private final Schema input;
  private final LandingStep landing;
  private final SessionSettings settings;
  private final SessionDatasets datasets;

  SessionSources(
      Schema input, LandingStep landing, SessionSettings settings, SessionDatasets datasets) {
    this.input = input;
    this.landing = landing;
    this.settings = settings;
    this.datasets = datasets;
  }

  /** Events of this batch as they were delivered. */
  TransformationSource landed() {
    return landed(input);
  }

  private TransformationSource landed(Schema columns) {
    return new TransformationSource(
        LANDED, new RowSource.Stored(landing.landing(), BatchRange.CURRENT), columns);
  }

  /** All events of the batches before. */
  TransformationSource history() {
    return TransformationSource.of(
        HISTORY, new RowSource.Stored(datasets.events(), BatchRange.ALL));
  }

  /** The entities of which something has changed. */
  TransformationSource touched() {
    return TransformationSource.of(
        TOUCHED, new RowSource.Stored(datasets.touched(), BatchRange.ALL));
  }

  /** Whose events have come. */
  TransformationSource cameNow() {
    return entities("came_now", List.of(landed()), new FilterRows(usable()));
  }

  /** Whose events are replaced by one that has come. */
  TransformationSource replaced() {
    return entities("replaced", List.of(history(), landed()), sameKey(JoinRows.How.SEMI));
  }

  private TransformationSource entities(
      String alias, List<TransformationSource> sources, TransformationRule which) {
    return Tables.computed(
        alias,
        sources,
        List.of(which, SelectColumns.Keep.names(settings.entities())),
        datasets.touched().schema().columns());
  }

  /** Events of this batch that have a time and somebody they belong to. */
  TransformationSource arrived() {
    var columns = new ArrayList<>(input.columns());
    columns.add(Column.of(TechnicalColumns.SOURCE_FILE, PlainType.STRING));
    columns.add(Column.of(TechnicalColumns.SOURCE_ROW, PlainType.INTEGER));
    var read = new Schema(columns);
    columns.add(Column.of(EventRules.IS_NEW, PlainType.BOOLEAN));
    columns.add(Column.of(TechnicalColumns.BATCH_ID, PlainType.INTEGER));
    var added = Tables.ordered();
    added.put(EventRules.IS_NEW, "true");
    added.put(TechnicalColumns.BATCH_ID, ":batch_id");
    return Tables.computed(
        EventRules.ARRIVED,
        List.of(landed(read)),
        List.of(new FilterRows(usable()), new DeriveColumns(Tables.formulas(added))),
        columns);
  }

  /** Events of before, of the entities that are touched, without those that are replaced. */
  TransformationSource stored() {
    var sources = new ArrayList<>(List.of(history(), touched()));
    var rules = new ArrayList<TransformationRule>(List.of(ofTouched()));
    if (hasKey()) {
      sources.add(landed());
      rules.add(sameKey(JoinRows.How.ANTI));
    }
    var added = Tables.ordered();
    added.put(EventRules.IS_NEW, "false");
    added.put(EventRules.OLD_SESSION, SessionDatasets.SESSION_NUMBER);
    added.put(EventRules.OLD_EVENT, SessionDatasets.EVENT_NUMBER);
    rules.add(new DeriveColumns(Tables.formulas(added)));
    var columns = new ArrayList<>(input.columns());
    columns.add(Column.of(TechnicalColumns.BATCH_ID, PlainType.INTEGER));
    columns.add(Column.of(EventRules.IS_NEW, PlainType.BOOLEAN));
    columns.add(Column.of(EventRules.OLD_SESSION, PlainType.INTEGER));
    columns.add(Column.of(EventRules.OLD_EVENT, PlainType.INTEGER));
    rules.add(SelectColumns.Keep.names(columns.stream().map(Column::name).toList()));
    return Tables.computed("stored", sources, rules, columns);
  }

  boolean hasKey() {
    return !landing.knownKeys().isEmpty();
  }

  /** Keeps rows of entities that are touched; nobody is one of them where nobody is kept. */
  JoinRows ofTouched() {
    if (!settings.keepsNobody()) {
      return Tables.join(JoinRows.How.SEMI, TOUCHED, settings.entities());
    }
    String condition =
        settings.entities().stream()
            .map(Names::quoted)
            .map(name -> name + " is not distinct from " + TOUCHED + "." + name)
            .collect(Collectors.joining(" and "));
    return new JoinRows(
        TOUCHED, JoinRows.How.SEMI, new JoinRows.OnCondition(Formula.parse(condition)), "_other");
  }

  private JoinRows sameKey(JoinRows.How how) {
    return Tables.join(how, LANDED, landing.knownKeys());
  }

  private Formula usable() {
    var conditions = new ArrayList<String>();
    settings
        .time()
        .ifPresent(column -> conditions.add(Names.quoted(column.name()) + " is not null"));
    if (!settings.keepsNobody()) {
      settings.entities().forEach(name -> conditions.add(Names.quoted(name) + " is not null"));
    }
    return Formula.parse(String.join(" and ", conditions));
  }
}
