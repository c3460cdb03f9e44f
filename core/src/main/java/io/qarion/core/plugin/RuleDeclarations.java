package io.qarion.core.plugin;

import static io.qarion.core.plugin.PropertyDeclaration.choice;
import static io.qarion.core.plugin.PropertyDeclaration.optional;
import static io.qarion.core.plugin.PropertyDeclaration.required;
import static java.util.Map.entry;

import io.qarion.core.plugin.PropertyDeclaration.Named;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the visual steps of a transformation understand, for their forms and for completion. */
public final class RuleDeclarations {

  private static final Named FORMULAS = new Named(Simple.EXPRESSION);
  private static final PropertyDeclaration PARTITION =
      optional("partition_by", Simple.COLUMNS, "", "Rows with equal values belong together.");
  private static final Map<String, List<PropertyDeclaration>> RULES =
      Map.ofEntries(
          entry(
              "select",
              List.of(
                  optional("columns", Simple.COLUMNS, "", "The columns that stay, in this order."),
                  optional("exclude", Simple.COLUMNS, "", "The columns that go."))),
          entry(
              "rename",
              List.of(required("columns", new Named(Simple.TEXT), "Old name and new name."))),
          entry(
              "derive", List.of(required("columns", FORMULAS, "A column and how it is computed."))),
          entry(
              "filter",
              List.of(
                  required("condition", Simple.EXPRESSION, "Rows stay for which this is true."))),
          entry(
              "cast",
              List.of(
                  required("columns", new Named(Simple.TYPE), "A column and its new type."),
                  choice(
                      "on_error", "What becomes of a value that does not fit.", "fail", "null"))),
          entry("fill", fill()),
          entry("join", join()),
          entry("union", union()),
          entry(
              "aggregate",
              List.of(
                  optional("group_by", Simple.COLUMNS, "", "One row for each of their values."),
                  optional("measures", FORMULAS, "", "A column and what it sums up."))),
          entry(
              "window",
              List.of(
                  PARTITION,
                  optional("order_by", Simple.ORDER, "", "The order within them."),
                  required("columns", FORMULAS, "A column and how it is computed."))),
          entry(
              "distinct",
              List.of(
                  optional("on", Simple.COLUMNS, "all", "Rows that are equal in these are one."),
                  optional("order_by", Simple.ORDER, "", "Which of them comes first."),
                  choice("keep", "Which of them stays.", "first", "last"))),
          entry(
              "sort",
              List.of(
                  required(
                      "by",
                      Simple.ORDER,
                      "Columns, the weightiest first; desc after one turns it round."))),
          entry(
              "limit",
              List.of(
                  required("rows", Simple.INTEGER, "How many rows stay."),
                  optional("offset", Simple.INTEGER, "0", "How many are left out before."))),
          entry(
              "sample",
              List.of(
                  optional("rows", Simple.INTEGER, "", "How many rows are drawn."),
                  optional("fraction", Simple.NUMBER, "", "Which share is drawn, from 0 to 1."),
                  optional("seed", Simple.INTEGER, "0", "The same number draws the same rows."))),
          entry("pivot", pivot()),
          entry(
              "unpivot",
              List.of(
                  required("columns", Simple.COLUMNS, "The columns that become rows."),
                  required("name_to", Simple.TEXT, "Column for their names."),
                  required("value_to", Simple.TEXT, "Column for their values."))),
          entry(
              "split",
              List.of(
                  required("column", Simple.COLUMN, "The column to take apart."),
                  required("delimiter", Simple.TEXT, "The text between the parts."),
                  required("into", Simple.TEXTS, "Columns for the parts."))),
          entry(
              "replace",
              List.of(
                  required("column", Simple.COLUMN, "The column to change."),
                  required("pattern", Simple.TEXT, "What is looked for."),
                  required("with", Simple.TEXT, "What takes its place."),
                  optional(
                      "regex", Simple.FLAG, "false", "The pattern is a regular expression."))));

  private RuleDeclarations() {}

  /** All operations. */
  public static Set<String> operations() {
    return RULES.keySet();
  }

  /** The settings of an operation beside its name; none if there is no such operation. */
  public static List<PropertyDeclaration> of(String operation) {
    return RULES.getOrDefault(operation, List.of());
  }

  private static List<PropertyDeclaration> fill() {
    return List.of(
        required("columns", Simple.COLUMNS, "The columns whose missing values are filled."),
        optional("value", Simple.VALUE, "", "What is written there."),
        optional(
            "method",
            new PropertyDeclaration.Choice(List.of("forward", "backward")),
            "",
            "Takes the value of the row before, or of the one after."),
        optional("order_by", Simple.ORDER, "", "The order that says which row that is."),
        PARTITION);
  }

  private static List<PropertyDeclaration> join() {
    return List.of(
        required("with", Simple.DATASET, "The dataset whose rows come beside these."),
        choice(
            "how",
            "Which rows stay that find no partner.",
            "inner",
            "left",
            "right",
            "full",
            "semi",
            "anti",
            "cross"),
        optional("on", Simple.PAIRS, "", "Columns that are equal: one here, one there."),
        optional("condition", Simple.EXPRESSION, "", "Or a condition on both rows."),
        optional("suffix", Simple.TEXT, "", "Comes after the names that both sides have."));
  }

  private static List<PropertyDeclaration> union() {
    return List.of(
        required("with", Simple.TEXTS, "The datasets whose rows come below these."),
        optional("by_name", Simple.FLAG, "false", "Columns meet by name, not by place."),
        optional("distinct", Simple.FLAG, "false", "Equal rows are one."));
  }

  private static List<PropertyDeclaration> pivot() {
    return List.of(
        optional("rows", Simple.COLUMNS, "", "One row for each of their values."),
        required("column", Simple.COLUMN, "Its values become columns."),
        required("measure", Simple.EXPRESSION, "What stands in them."),
        required("values", Simple.TEXTS, "The values that become columns."));
  }
}
