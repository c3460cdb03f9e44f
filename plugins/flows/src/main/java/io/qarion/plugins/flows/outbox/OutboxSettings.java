package io.qarion.plugins.flows.outbox;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.flow.Flow;
import io.qarion.core.flow.Settings;
import io.qarion.core.plugin.DatasetCatalog;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Named;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QuickFix;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of an outbox. */
final class OutboxSettings {

  static final String SOURCE = "source_dataset_id";
  static final String PUBLISHER = "publisher";

  private static final String AGGREGATE_TYPE = "aggregate_type";
  private static final String AGGREGATE_ID = "aggregate_id_columns";
  private static final String EVENT_TYPE = "event_type";
  private static final String PAYLOAD = "payload_columns";
  private static final Pattern COLUMN_IN_TEXT = Pattern.compile("\\{([^{}]*)}");

  private final Flow flow;

  OutboxSettings(Flow flow) {
    this.flow = flow;
  }

  static List<PropertyDeclaration> declarations() {
    return List.of(
        PropertyDeclaration.optional(
            SOURCE,
            Simple.DATASET,
            "",
            "The dataset whose batches become events; without it the flow loads files itself."),
        PropertyDeclaration.required(
            AGGREGATE_TYPE, Simple.TEXT, "What an event is about, such as Order."),
        PropertyDeclaration.optional(
            AGGREGATE_ID,
            Simple.COLUMNS,
            "the primary key",
            "Columns that say which one; events about the same keep their order."),
        PropertyDeclaration.required(
            EVENT_TYPE,
            Simple.TEXT,
            "What happened, such as OrderCreated; {xt_record_type} stands for a column's value."),
        PropertyDeclaration.optional(
            PAYLOAD, Simple.COLUMNS, "all", "Columns that the event carries, as JSON."),
        PropertyDeclaration.optional(
            "topic_prefix",
            Simple.TEXT,
            "outbox.event.",
            "Comes before the aggregate type in the name of a topic."));
  }

  static List<PropertyDeclaration> publisherDeclarations() {
    return List.of(
        PropertyDeclaration.choice(
            "publisher.type", "Where events are delivered to.", "none", "file", "http"),
        PropertyDeclaration.optional(
            "publisher.path", Simple.FILE, "", "The folder of the files, one for each topic."),
        PropertyDeclaration.optional(
            "publisher.url", Simple.TEXT, "", "The address that each event is sent to."),
        PropertyDeclaration.optional(
            "publisher.headers", new Named(Simple.TEXT), "", "What is said with each request."),
        PropertyDeclaration.optional(
            "publisher.timeout", Simple.INTEGER, "30", "Seconds that an answer may take."),
        PropertyDeclaration.optional(
            "publisher.max_attempts",
            Simple.INTEGER,
            "5",
            "How often an event is offered before it counts as dead."),
        PropertyDeclaration.optional(
            "publisher.batch_size",
            Simple.INTEGER,
            "100",
            "After how many events it is noted which were sent."));
  }

  boolean readsOtherFlow() {
    return flow.properties().text(SOURCE).isPresent();
  }

  Optional<Dataset> source(DatasetCatalog datasets) {
    return flow.properties()
        .text(SOURCE)
        .filter(name -> !name.isBlank())
        .flatMap(name -> datasets.find(new DatasetName(name)));
  }

  String aggregateType() {
    return flow.properties().text(AGGREGATE_TYPE, "");
  }

  /** Columns of the aggregate's id; the key where none are named. */
  List<String> aggregateId(List<String> key) {
    List<String> named = flow.properties().texts(AGGREGATE_ID);
    return named.isEmpty() ? key : named;
  }

  String eventType() {
    return flow.properties().text(EVENT_TYPE, "");
  }

  String topicPrefix() {
    return flow.properties().text("topic_prefix", "outbox.event.");
  }

  Settings publisher() {
    return flow.properties().table(PUBLISHER);
  }

  boolean delivers() {
    return !publisher().text("type", "none").equals("none");
  }

  /** Columns that an event carries, in the order of the source. */
  List<Column> payload(Schema source) {
    List<String> named = flow.properties().texts(PAYLOAD);
    return source.columns().stream()
        .filter(column ->
            named.isEmpty()
                ? !TechnicalColumns.isReserved(column.name())
                : named.contains(column.name()))
        .toList();
  }

  /** Whether all that is needed is there, so that steps can be made. */
  boolean isUsable(Schema source) {
    return !aggregateType().isBlank()
        && !eventType().isBlank()
        && mentioned().stream().allMatch(source::has)
        && flow.properties().texts(AGGREGATE_ID).stream().allMatch(source::has);
  }

  /** Reports settings that contradict the source. */
  void check(FlowContext context, Schema source) {
    checkColumns(context, AGGREGATE_ID, flow.properties().texts(AGGREGATE_ID), source);
    checkColumns(context, PAYLOAD, flow.properties().texts(PAYLOAD), source);
    checkColumns(context, EVENT_TYPE, mentioned(), source);
    switch (publisher().text("type", "none")) {
      case "file" -> checkGiven(context, "path", "The folder for its files is missing.");
      case "http" -> checkGiven(context, "url", "The address to send to is missing.");
      default -> {} // none needs nothing, and the choice is checked by its declaration
    }
    for (String key : List.of("max_attempts", "batch_size", "timeout")) {
      if (publisher().integer(key).filter(value -> value < 1).isPresent()) {
        report(context, PUBLISHER + "." + key, "'%s' must be 1 or more.".formatted(key), "");
      }
    }
  }

  private void checkGiven(FlowContext context, String key, String message) {
    if (publisher().text(key, "").isBlank()) {
      report(context, PUBLISHER + "." + key, message, "Write %s = \"…\".".formatted(key));
    }
  }

  private static void checkColumns(
      FlowContext context, String key, List<String> columns, Schema source) {
    for (String column : columns) {
      if (!source.has(column)) {
        context.report(
            Problem.error(
                    "outbox.settings",
                    Place.of("properties." + key),
                    "'%s' is no column of the source.".formatted(column),
                    "Its columns: " + String.join(", ", source.names()) + ".")
                .with(QuickFix.replacements("properties." + key, column, source.names())));
      }
    }
  }

  private List<String> mentioned() {
    return COLUMN_IN_TEXT.matcher(eventType()).results().map(found -> found.group(1)).toList();
  }

  /** The type of an event as an expression. */
  String eventTypeExpression() {
    Matcher columns = COLUMN_IN_TEXT.matcher(eventType());
    var text = new EventText();
    int from = 0;
    while (columns.find()) {
      text.literal(eventType().substring(from, columns.start()));
      text.column(columns.group(1));
      from = columns.end();
    }
    text.literal(eventType().substring(from));
    return text.expression();
  }

  private static void report(FlowContext context, String key, String message, String fix) {
    context.report(Problem.error("outbox.settings", Place.of("properties." + key), message, fix));
  }
}
