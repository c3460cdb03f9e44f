package io.qarion.plugins.flows.outbox;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.Names;
import io.qarion.core.expression.OrderTerm;
import io.qarion.core.outbox.OutboxColumns;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Severity;
import io.qarion.core.problem.TaskId;
import io.qarion.core.transform.AggregateRows;
import io.qarion.core.transform.AtomicGroup;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowExpectation;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.WindowColumns;
import io.qarion.core.transform.Write;
import io.qarion.plugins.flows.common.KeyText;
import io.qarion.plugins.flows.common.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes an event of each row of a batch. An event's id follows from the row, so an event that is
 * there already is not made again, and how far its delivery is stays as it is.
 */
final class RowsToOutboxStrategy {

  private static final String EVENTS = "events";
  private static final String KNOWN = "known";
  private static final String LAST = "last";

  // Names that no column of a source has.
  private static final String OWN = "xt_outbox_";
  private static final String HASH = OWN + "hash";
  private static final String NUMBER = OWN + "number";
  private static final String LAST_SEQUENCE = OWN + "last";

  private final FlowId flow;
  private final OutboxSettings settings;
  private final Dataset source;
  private final Dataset outbox;
  private final List<String> keys;
  private final BatchRange range;

  /**
   * @param source whose rows become events
   * @param keys what tells its rows apart within a batch
   * @param range which of its batches are looked at
   */
  RowsToOutboxStrategy(
      FlowId flow,
      OutboxSettings settings,
      Dataset source,
      Dataset outbox,
      List<String> keys,
      BatchRange range) {
    this.flow = flow;
    this.settings = settings;
    this.source = source;
    this.outbox = outbox;
    this.keys = keys;
    this.range = range;
  }

  AtomicGroup instructions(TaskId step) {
    Query events = Query.of(List.of(rows(), known(), last()), rules());
    return new AtomicGroup(
        List.of(
            new TransformationInstruction(
                step, events, outbox, Write.Merge.adding(List.of(OutboxColumns.ID)))),
        List.of(
            new RowExpectation(
                Query.of(List.of(rows()), repeated()),
                Severity.ERROR,
                "outbox.same_event",
                "properties.event_type",
                "Rows that would be the same event as another row of their batch: %,d.",
                "Name columns in aggregate_id_columns, or a column in event_type such as"
                    + " {xt_record_type}, that tell them apart.")));
  }

  private TransformationSource rows() {
    return TransformationSource.of(EVENTS, new RowSource.Stored(source, range));
  }

  private TransformationSource known() {
    return TransformationSource.of(KNOWN, new RowSource.Stored(outbox, BatchRange.ALL));
  }

  private TransformationSource last() {
    String newest = "coalesce(max(" + OutboxColumns.SEQUENCE + "), 0)";
    return Tables.computed(
        LAST,
        List.of(known()),
        List.of(new AggregateRows(List.of(), Tables.formulas(Map.of(LAST_SEQUENCE, newest)))),
        List.of(Column.of(LAST_SEQUENCE, PlainType.INTEGER)));
  }

  private List<TransformationRule> rules() {
    var rules = new ArrayList<TransformationRule>(identified());
    rules.add(
        new JoinRows(
            KNOWN,
            JoinRows.How.ANTI,
            new JoinRows.OnPairs(
                List.of(new JoinRows.Pair(OWN + OutboxColumns.ID, OutboxColumns.ID))),
            ""));
    rules.add(new JoinRows(LAST, JoinRows.How.CROSS, new JoinRows.Always(), ""));
    rules.add(
        new WindowColumns(List.of(), order(), Tables.formulas(Map.of(NUMBER, "row_number()"))));
    rules.add(new DeriveColumns(Tables.formulas(values())));
    rules.add(
        new SelectColumns.Keep(
            outbox.schema().names().stream()
                .map(name -> new SelectColumns.Choice(OWN + name, Optional.of(name)))
                .toList()));
    return rules;
  }

  /** Rows with what they are called as events. */
  private List<TransformationRule> identified() {
    Map<String, String> type = Tables.ordered();
    type.put(OWN + OutboxColumns.TYPE, settings.eventTypeExpression());
    Map<String, String> hash = Tables.ordered();
    hash.put(HASH, "sha256(" + identity() + ")");
    Map<String, String> id = Tables.ordered();
    id.put(OWN + OutboxColumns.ID, uuid());
    return List.of(
        new DeriveColumns(Tables.formulas(type)),
        new DeriveColumns(Tables.formulas(hash)),
        new DeriveColumns(Tables.formulas(id)));
  }

  private String identity() {
    var parts = new ArrayList<>(keys);
    parts.addFirst(TechnicalColumns.BATCH_ID);
    parts.add(OWN + OutboxColumns.TYPE);
    return "concat('%s', ':', %s)".formatted(flow.value().replace("'", "''"), KeyText.of(parts));
  }

  /** Version 8 of RFC 9562: the digits are ours, four of them say so. */
  private static String uuid() {
    return "concat(substr(%1$s, 1, 8), '-', substr(%1$s, 9, 4), '-8', substr(%1$s, 13, 3), '-a', substr(%1$s, 16, 3), '-', substr(%1$s, 19, 12))"
        .formatted(HASH);
  }

  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(OWN + OutboxColumns.AGGREGATE_TYPE, literal(settings.aggregateType()));
    values.put(OWN + OutboxColumns.AGGREGATE_ID, aggregateId());
    values.put(OWN + OutboxColumns.PAYLOAD, EventText.json(settings.payload(source.schema())));
    values.put(OWN + TechnicalColumns.BATCH_ID, ":batch_id");
    values.put(OWN + OutboxColumns.SEQUENCE, LAST_SEQUENCE + " + " + NUMBER);
    values.put(OWN + OutboxColumns.STATUS, literal(OutboxColumns.PENDING));
    values.put(OWN + OutboxColumns.ATTEMPTS, "0");
    values.put(OWN + OutboxColumns.LAST_ERROR, "cast(null as string)");
    values.put(OWN + OutboxColumns.SENT_AT, "cast(null as timestamp)");
    return values;
  }

  private String aggregateId() {
    var text = new EventText();
    String separator = "";
    for (String column : settings.aggregateId(keys)) {
      text.literal(separator);
      text.column(column);
      separator = "/";
    }
    return text.expression();
  }

  private static String literal(String text) {
    var literal = new EventText();
    literal.literal(text);
    return literal.expression();
  }

  /** Batch by batch, and as they were delivered. */
  private List<OrderTerm> order() {
    var names = new ArrayList<>(List.of(TechnicalColumns.BATCH_ID));
    List.of(TechnicalColumns.SOURCE_FILE, TechnicalColumns.SOURCE_ROW).stream()
        .filter(source.schema()::has)
        .forEach(names::add);
    names.addAll(keys);
    names.add(OWN + OutboxColumns.TYPE);
    return names.stream()
        .map(name -> new OrderTerm(Formula.parse(Names.quoted(name)).tree(), false, false))
        .toList();
  }

  private List<TransformationRule> repeated() {
    var rules = new ArrayList<>(identified());
    rules.add(
        new WindowColumns(
            List.of(OWN + OutboxColumns.ID),
            List.of(),
            Tables.formulas(Map.of(NUMBER, "count(*)"))));
    rules.add(Tables.filter(NUMBER + " > 1"));
    return rules;
  }
}
