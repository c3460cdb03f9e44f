package io.qarion.plugins.flows.changefeed;

import io.qarion.core.expression.Formula;
import io.qarion.core.expression.Names;
import io.qarion.core.flow.Flow;
import io.qarion.core.flow.Settings;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QuickFix;
import io.qarion.core.transform.CompareSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The settings of a change feed, with their defaults. */
final class ChangeFeedSettings {

  static final String DETECTION = "change_detection_columns";
  static final String SNAPSHOT_TYPE = "snapshot_type";
  static final String DELETE_COLUMN = "delete_column";
  static final String DELETE_VALUES = "delete_values";
  static final String UNCHANGED = "include_unchanged";
  static final String PREVIOUS_VALUES = "include_previous_values";
  static final String OUTPUT = "output";

  private final Flow flow;
  private final Settings settings;

  ChangeFeedSettings(Flow flow) {
    this.flow = flow;
    this.settings = flow.properties();
  }

  static List<PropertyDeclaration> declarations() {
    return List.of(
        PropertyDeclaration.optional(
            DETECTION,
            Simple.COLUMNS,
            "all columns but the key",
            "A difference in one of these makes a record changed."),
        PropertyDeclaration.choice(
            SNAPSHOT_TYPE,
            "Whether a delivery is everything, or only some of the records.",
            "full",
            "partial"),
        PropertyDeclaration.optional(
            DELETE_COLUMN,
            Simple.COLUMN,
            "",
            "Column that says a record is deleted, in partial deliveries."),
        PropertyDeclaration.optional(
            DELETE_VALUES,
            Simple.TEXTS,
            "",
            "Values of that column that mean deleted, such as [\"D\"]."),
        PropertyDeclaration.optional(
            UNCHANGED, Simple.FLAG, "false", "Whether unchanged records are listed too."),
        PropertyDeclaration.optional(
            PREVIOUS_VALUES,
            Simple.FLAG,
            "false",
            "Whether the values before the change are listed beside the new ones."),
        PropertyDeclaration.choice(
            OUTPUT,
            "One classified row a record, or the shape of Delta's change data feed.",
            "classified",
            "cdf"));
  }

  /** Columns compared, in the order of the input. */
  List<String> detection() {
    List<String> chosen = settings.texts(DETECTION);
    List<String> keys = flow.input().primaryKey();
    return flow.input().schema().names().stream()
        .filter(name -> chosen.isEmpty() ? !keys.contains(name) : chosen.contains(name))
        .toList();
  }

  boolean isPartial() {
    return settings.text(SNAPSHOT_TYPE, "full").equals("partial");
  }

  boolean includesUnchanged() {
    return settings.flag(UNCHANGED, false);
  }

  boolean isChangeDataFeed() {
    return settings.text(OUTPUT, "classified").equals("cdf");
  }

  CompareSnapshots.Shape shape() {
    return isChangeDataFeed()
        ? new CompareSnapshots.ChangeDataFeed()
        : new CompareSnapshots.Classified(settings.flag(PREVIOUS_VALUES, false));
  }

  CompareSnapshots.Absence absence() {
    return isPartial()
        ? new CompareSnapshots.SaysNothing(deleted(""))
        : new CompareSnapshots.Deleted();
  }

  /**
   * A condition that holds for a row that says it is deleted.
   *
   * @param qualifier such as {@code source.}; empty for none
   */
  Optional<Formula> deleted(String qualifier) {
    return settings
        .text(DELETE_COLUMN)
        .map(column ->
            Formula.parse(
                "cast(%s%s as string) in (%s)"
                    .formatted(
                        qualifier,
                        Names.quoted(column),
                        settings.texts(DELETE_VALUES).stream()
                            .map(value -> "'" + value.replace("'", "''") + "'")
                            .collect(Collectors.joining(", ")))));
  }

  /** Reports settings that contradict one another or the input. */
  void check(FlowContext context) {
    var unknown = new ArrayList<>(settings.texts(DETECTION));
    unknown.removeAll(flow.input().schema().names());
    for (String column : unknown) {
      context.report(
          Problem.warning(
                  "column.unknown",
                  Place.of("properties." + DETECTION),
                  "'%s' is no input column and is never compared.".formatted(column),
                  "Add it to [input] columns, or take it out here.")
              .with(
                  QuickFix.replacements(
                      "properties." + DETECTION, column, flow.input().schema().names())));
    }
    boolean hasColumn = settings.has(DELETE_COLUMN);
    if (hasColumn && !isPartial()) {
      report(
          context,
          DELETE_COLUMN,
          "A full delivery says by absence what is deleted.",
          "Write snapshot_type = \"partial\", or take delete_column out.");
    }
    if (hasColumn && settings.texts(DELETE_VALUES).isEmpty()) {
      report(
          context,
          DELETE_VALUES,
          "No value of '%s' means deleted.".formatted(settings.text(DELETE_COLUMN, "")),
          "Write delete_values = [\"D\"].");
    }
    settings
        .text(DELETE_COLUMN)
        .filter(column -> !flow.input().schema().has(column))
        .ifPresent(column ->
            report(
                context,
                DELETE_COLUMN,
                "'%s' is no input column.".formatted(column),
                "Input columns: " + String.join(", ", flow.input().schema().names()) + "."));
  }

  private static void report(FlowContext context, String key, String message, String fix) {
    context.report(
        Problem.error("change_feed.settings", Place.of("properties." + key), message, fix));
  }
}
