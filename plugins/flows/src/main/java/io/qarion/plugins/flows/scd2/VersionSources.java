package io.qarion.plugins.flows.scd2;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Formula;
import io.qarion.core.transform.AggregateRows;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import io.qarion.plugins.flows.common.LandingStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** What versions are computed from: the delivery, and the history as it was before. */
final class VersionSources {

  static final String CURRENT = "current";
  static final String OPEN = "open";
  static final String CLOSED = "closed";
  static final String PARTS = "parts";

  /** What a closed key had last. */
  static final String LAST_VERSION = "xt_last_version";

  static final String LAST_END = "xt_last_end";

  /** Says of a change whether it closes a version or opens one. */
  static final String PART = "xt_part";

  static final String CLOSES = "closes";
  static final String OPENS = "opens";

  private final Schema input;
  private final LandingStep landing;
  private final Dataset history;

  VersionSources(Schema input, LandingStep landing, Dataset history) {
    this.input = input;
    this.landing = landing;
    this.history = history;
  }

  TransformationSource current() {
    return new TransformationSource(
        CURRENT, new RowSource.Stored(landing.landing(), BatchRange.CURRENT), input);
  }

  /** The open version of each key, its columns but the key under other names. */
  TransformationSource open() {
    var choices = new ArrayList<SelectColumns.Choice>();
    var columns = new ArrayList<Column>();
    for (Column column : history.schema().columns()) {
      boolean isKey = landing.knownKeys().contains(column.name());
      String name = isKey ? column.name() : VersionColumns.earlier(column.name());
      choices.add(
          new SelectColumns.Choice(column.name(), isKey ? Optional.empty() : Optional.of(name)));
      columns.add(column.withName(name));
    }
    return computed(
        OPEN,
        List.of(
            new FilterRows(Formula.parse(VersionColumns.IS_CURRENT)),
            new SelectColumns.Keep(choices)),
        columns);
  }

  /** The last version and its end of each key that has versions that were closed. */
  TransformationSource closed() {
    var measures = new LinkedHashMap<String, Formula>();
    measures.put(LAST_VERSION, Formula.parse("max(" + VersionColumns.VERSION + ")"));
    measures.put(LAST_END, Formula.parse("max(" + VersionColumns.VALID_TO + ")"));
    var columns = new ArrayList<Column>();
    landing.knownKeys().forEach(key -> history.schema().find(key).ifPresent(columns::add));
    columns.add(Column.of(LAST_VERSION, PlainType.INTEGER));
    columns.add(Column.of(LAST_END, PlainType.TIMESTAMP));
    return computed(
        CLOSED,
        List.of(
            new FilterRows(Formula.parse("not " + VersionColumns.IS_CURRENT)),
            new AggregateRows(landing.knownKeys(), measures)),
        columns);
  }

  /** Two rows: a change closes one version and opens another. */
  TransformationSource parts() {
    Schema schema = Schema.of(new Column(PART, PlainType.STRING, true));
    return TransformationSource.of(
        PARTS,
        RowSource.Rows.of(RowPage.of(schema, 0, List.of(List.of(CLOSES), List.of(OPENS)), false)));
  }

  private TransformationSource computed(
      String alias, List<TransformationRule> rules, List<Column> columns) {
    var stored = TransformationSource.of("history", new RowSource.Stored(history, BatchRange.ALL));
    return TransformationSource.of(
        alias, new RowSource.Computed(Query.of(List.of(stored), rules), new Schema(columns)));
  }
}
