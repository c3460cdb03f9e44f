package io.qarion.plugins.sql;

import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.CompareSnapshots;
import io.qarion.core.transform.TracedSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * SELECTs that compare two snapshots: one full join on the key and a NULL-safe comparison, the
 * fastest exact form measured (docs/decisions/0003-change-feed-by-full-join.md). A missing side is
 * known by its key, which is never NULL.
 */
final class CompareSnapshotsSql {

  private static final String NOW = "n";
  private static final String OLD = "o";
  private static final String KIND = "xt_kind";

  private final QueryBuilder builder;

  CompareSnapshotsSql(QueryBuilder builder) {
    this.builder = builder;
  }

  Stage compare(String title, Stage input, CompareSnapshots rule) {
    TracedSchema output = builder.output(rule, input);
    Stage old = builder.source(rule.previous());
    return switch (rule.shape()) {
      case CompareSnapshots.Classified(boolean previousValues) ->
          builder.step(title, classified(input, old, rule, previousValues), output);
      case CompareSnapshots.ChangeDataFeed _ -> changeDataFeed(title, input, old, rule, output);
    };
  }

  private String classified(Stage input, Stage old, CompareSnapshots rule, boolean previousValues) {
    var columns = new ArrayList<String>();
    for (String name : input.traced().names()) {
      columns.add(lastKnown(rule, name) + " AS " + builder.name(name));
    }
    columns.add(kind(rule) + " AS " + builder.name(CompareSnapshots.RECORD_TYPE));
    columns.add(changedColumns(rule) + " AS " + builder.name(CompareSnapshots.CHANGED_COLUMNS));
    if (previousValues) {
      for (String name : rule.detection()) {
        columns.add(at(OLD, name) + " AS " + builder.name(CompareSnapshots.PREVIOUS_PREFIX + name));
      }
    }
    return joined(columns, input, old, rule);
  }

  private Stage changeDataFeed(
      String title, Stage input, Stage old, CompareSnapshots rule, TracedSchema output) {
    List<String> names = input.traced().names();
    var columns = new ArrayList<String>();
    names.forEach(name -> columns.add(lastKnown(rule, name) + " AS " + builder.name(name)));
    names.forEach(name ->
        columns.add(
            at(OLD, name) + " AS " + builder.name(CompareSnapshots.PREVIOUS_PREFIX + name)));
    columns.add(kind(rule) + " AS " + builder.name(KIND));
    Stage pairs = builder.step(title + "_pairs", joined(columns, input, old, rule), input.traced());
    String kind = builder.name(KIND);
    String after =
        "SELECT %s, CASE %s WHEN 'new' THEN 'insert' WHEN 'deleted' THEN 'delete' WHEN 'changed' THEN 'update_postimage' ELSE 'unchanged' END AS %s\nFROM %s"
            .formatted(
                builder.names(names),
                kind,
                builder.name(CompareSnapshots.CHANGE_TYPE),
                pairs.name());
    String before =
        "SELECT %s, 'update_preimage'\nFROM %s\nWHERE %s = 'changed'"
            .formatted(
                names.stream()
                    .map(name -> builder.name(CompareSnapshots.PREVIOUS_PREFIX + name))
                    .collect(Collectors.joining(", ")),
                pairs.name(),
                kind);
    return builder.step(title, after + "\nUNION ALL\n" + before, output);
  }

  private String joined(List<String> columns, Stage input, Stage old, CompareSnapshots rule) {
    String select = "SELECT " + String.join(",\n  ", columns) + "\nFROM ";
    String now = select + input.name() + " AS " + NOW;
    String kept = where(wanted(rule));
    String left = now + lookup("LEFT", rule, new Side(old, OLD), new Side(input, NOW)) + kept;
    return switch (rule.absence()) {
      case CompareSnapshots.SaysNothing _ -> left;
      case CompareSnapshots.Deleted _ when builder.dialect().joinsEveryWay() ->
          now + lookup("FULL", rule, new Side(old, OLD), new Side(input, NOW)) + kept;
      case CompareSnapshots.Deleted _ -> {
        List<String> gone = new ArrayList<>(List.of(missing(NOW, rule)));
        gone.addAll(wanted(rule));
        yield left
            + "\nUNION ALL\n"
            + select
            + old.name()
            + " AS "
            + OLD
            + lookup("LEFT", rule, new Side(input, NOW), new Side(old, OLD))
            + where(gone);
      }
    };
  }

  private record Side(Stage stage, String alias) {}

  private String lookup(String kind, CompareSnapshots rule, Side partner, Side first) {
    Partners partners =
        Partners.of(builder, partner.stage(), partner.alias(), keys(rule, partner), true);
    return "\n%s JOIN %s\nON %s"
        .formatted(kind, partners.table(), partners.equal(builder, keys(rule, first)));
  }

  private List<Operand> keys(CompareSnapshots rule, Side side) {
    return rule.keys().stream()
        .map(key -> Operand.of(at(side.alias(), key), builder.typeOf(side.stage(), key)))
        .toList();
  }

  private List<String> wanted(CompareSnapshots rule) {
    var conditions = new ArrayList<String>();
    if (!rule.includeUnchanged()) {
      var kinds = new ArrayList<String>();
      kinds.add(missing(OLD, rule));
      kinds.add(missing(NOW, rule));
      deletedFlag(rule).ifPresent(kinds::add);
      rule.detection().forEach(name -> kinds.add(differs(rule, name)));
      conditions.add("(" + String.join("\n  OR ", kinds) + ")");
    }
    deletedFlag(rule)
        .ifPresent(flag -> conditions.add("NOT (" + flag + " AND " + missing(OLD, rule) + ")"));
    return conditions;
  }

  private static String where(List<String> conditions) {
    return conditions.isEmpty() ? "" : "\nWHERE " + String.join("\n  AND ", conditions);
  }

  private String kind(CompareSnapshots rule) {
    String changed =
        rule.detection().isEmpty()
            ? "false"
            : rule.detection().stream()
                .map(name -> differs(rule, name))
                .collect(Collectors.joining(" OR "));
    String deleted = deletedFlag(rule).map(flag -> "WHEN " + flag + " THEN 'deleted' ").orElse("");
    return "CASE %sWHEN %s THEN 'new' WHEN %s THEN 'deleted' WHEN %s THEN 'changed' ELSE 'unchanged' END"
        .formatted(deleted, missing(OLD, rule), missing(NOW, rule), changed);
  }

  private String changedColumns(CompareSnapshots rule) {
    String isNewOrGone = missing(OLD, rule) + " OR " + missing(NOW, rule);
    String flagged = deletedFlag(rule).map(flag -> " OR " + flag).orElse("");
    if (rule.detection().isEmpty()) {
      return "CAST(NULL AS " + builder.dialect().type(PlainType.STRING) + ")";
    }
    String names =
        rule.detection().stream()
            .map(name -> "CASE WHEN " + differs(rule, name) + " THEN " + literal(name) + " END")
            .collect(Collectors.joining(", "));
    return "CASE WHEN %s%s THEN NULL ELSE nullif(concat_ws(',', %s), '') END"
        .formatted(isNewOrGone, flagged, names);
  }

  /** A row that is gone carries the values it had last. */
  private String lastKnown(CompareSnapshots rule, String name) {
    String gone = missing(NOW, rule) + deletedFlag(rule).map(flag -> " OR " + flag).orElse("");
    if (rule.keys().contains(name)) {
      return "coalesce(" + at(NOW, name) + ", " + at(OLD, name) + ")";
    }
    return "CASE WHEN %s THEN %s ELSE %s END".formatted(gone, at(OLD, name), at(NOW, name));
  }

  private Optional<String> deletedFlag(CompareSnapshots rule) {
    return switch (rule.absence()) {
      case CompareSnapshots.Deleted _ -> Optional.empty();
      case CompareSnapshots.SaysNothing(var condition) ->
          condition.map(formula ->
              "coalesce(%s, false)"
                  .formatted(
                      builder
                          .dialect()
                          .expression(
                              formula.tree(),
                              new ExpressionScope(
                                  List.of(
                                      new ExpressionScope.ScopedTable(
                                          "", NOW, builder.source(rule.previous()).schema())),
                                  builder.context().parameters()))));
    };
  }

  private String differs(CompareSnapshots rule, String name) {
    String differs = at(NOW, name) + " IS DISTINCT FROM " + at(OLD, name);
    List<BatchRange.Between> lacking = rule.lacking().getOrDefault(name, List.of());
    if (lacking.isEmpty()) {
      return differs;
    }
    String batch = at(OLD, TechnicalColumns.BATCH_ID);
    String without =
        lacking.stream()
            .map(range ->
                "(%s > %d AND %s <= %d)".formatted(batch, range.after(), batch, range.upTo()))
            .collect(Collectors.joining(" OR "));
    return "(" + differs + " AND NOT (" + without + "))";
  }

  private String missing(String side, CompareSnapshots rule) {
    return at(side, rule.keys().getFirst()) + " IS NULL";
  }

  private String literal(String text) {
    return builder.dialect().literal(text, PlainType.STRING);
  }

  private String at(String alias, String column) {
    return alias + "." + builder.name(column);
  }
}
