package io.qarion.plugins.sql;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.expression.Expression;
import io.qarion.core.expression.ExpressionTree;
import io.qarion.core.expression.Formula;
import io.qarion.core.transform.CastColumns;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.FillMissing;
import io.qarion.core.transform.RenameColumns;
import io.qarion.core.transform.ReplaceText;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.SplitColumn;
import io.qarion.core.transform.TracedSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** SELECTs of the rules that change columns and keep every row. */
final class ColumnRuleSql {

  private final QueryBuilder builder;

  ColumnRuleSql(QueryBuilder builder) {
    this.builder = builder;
  }

  Stage select(String title, Stage input, SelectColumns rule) {
    Map<String, String> values = new LinkedHashMap<>();
    switch (rule) {
      case SelectColumns.Keep keep ->
          keep.columns()
              .forEach(choice -> values.put(choice.newName(), builder.name(choice.name())));
      case SelectColumns.Exclude exclude ->
          input.traced().names().stream()
              .filter(name -> !exclude.columns().contains(name))
              .forEach(name -> values.put(name, builder.name(name)));
    }
    return append(title, input, values, builder.output(rule, input));
  }

  Stage rename(String title, Stage input, RenameColumns rule) {
    Map<String, String> values = new LinkedHashMap<>();
    input
        .traced()
        .names()
        .forEach(name -> values.put(rule.names().getOrDefault(name, name), builder.name(name)));
    return append(title, input, values, builder.output(rule, input));
  }

  /** Columns that name one another get a SELECT each; the others share one. */
  Stage derive(String title, Stage input, DeriveColumns rule) {
    Stage stage = input;
    Map<String, Formula> together = new LinkedHashMap<>();
    for (var entry : rule.columns().entrySet()) {
      if (namesAny(entry.getValue(), together.keySet()) || together.containsKey(entry.getKey())) {
        stage = deriveTogether(title, stage, together);
        together.clear();
      }
      together.put(entry.getKey(), entry.getValue());
    }
    return deriveTogether(title, stage, together);
  }

  Stage cast(String title, Stage input, CastColumns rule) {
    Map<String, String> values = unchanged(input);
    rule.types()
        .forEach((name, type) ->
            values.put(
                name,
                builder
                    .dialect()
                    .cast(builder.name(name), builder.typeOf(input, name), type, rule.orNull())));
    return append(title, input, values, builder.output(rule, input));
  }

  Stage fill(String title, Stage input, FillMissing rule) {
    Map<String, String> values = unchanged(input);
    for (String column : rule.columns()) {
      values.put(column, filled(input, column, rule.filling()));
    }
    return append(title, input, values, builder.output(rule, input));
  }

  Stage split(String title, Stage input, SplitColumn rule) {
    Map<String, String> values = unchanged(input);
    for (int i = 0; i < rule.into().size(); i++) {
      values.put(
          rule.into().get(i),
          builder.dialect().part(builder.name(rule.column()), rule.delimiter(), i + 1));
    }
    return append(title, input, values, builder.output(rule, input));
  }

  Stage replace(String title, Stage input, ReplaceText rule) {
    Map<String, String> values = unchanged(input);
    values.put(
        rule.column(),
        builder
            .dialect()
            .replaced(builder.name(rule.column()), rule.pattern(), rule.with(), rule.regex()));
    return append(title, input, values, builder.output(rule, input));
  }

  private Stage deriveTogether(String title, Stage input, Map<String, Formula> columns) {
    Map<String, String> values = unchanged(input);
    columns.forEach((name, formula) -> values.put(name, builder.expression(formula, input)));
    return append(title, input, values, builder.output(new DeriveColumns(columns), input));
  }

  private static boolean namesAny(Formula formula, Iterable<String> names) {
    var used = new ArrayList<String>();
    ExpressionTree.walk(
        formula.tree(),
        node -> {
          if (node instanceof Expression.ColumnReference reference) {
            used.add(reference.name());
          }
        });
    for (String name : names) {
      if (used.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private String filled(Stage input, String column, FillMissing.Filling filling) {
    return switch (filling) {
      case FillMissing.WithValue(Formula value) -> {
        DataType type = builder.typeOf(input, column);
        var converted = new Expression.Cast(value.tree(), type, false, value.tree().span());
        yield "coalesce(%s, %s)"
            .formatted(
                builder.name(column),
                builder.dialect().expression(converted, builder.scopeOf(input)));
      }
      case FillMissing.FromNeighbour neighbour -> {
        String partition =
            neighbour.partitionBy().isEmpty()
                ? ""
                : "PARTITION BY " + builder.names(neighbour.partitionBy()) + " ";
        yield builder
            .dialect()
            .neighbour(
                builder.name(column),
                neighbour.backward(),
                partition + "ORDER BY " + builder.orderBy(neighbour.orderBy(), input));
      }
    };
  }

  private Map<String, String> unchanged(Stage input) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Column column : input.schema().columns()) {
      values.put(column.name(), builder.name(column.name()));
    }
    return values;
  }

  private Stage append(String title, Stage input, Map<String, String> values, TracedSchema output) {
    var lines =
        new ArrayList<>(
            values.entrySet().stream()
                .map(entry -> column(entry.getKey(), entry.getValue()))
                .toList());
    input.order().ifPresent(order -> lines.add(builder.name(order)));
    return builder.orderedStep(
        title, input, "SELECT" + listed(lines) + "\nFROM " + input.name(), output);
  }

  private String column(String name, String value) {
    String quoted = builder.name(name);
    return value.equals(quoted) ? quoted : value + " AS " + quoted;
  }

  /** Short lists on one line, long ones on a line each. */
  private static String listed(List<String> columns) {
    String line = String.join(", ", columns);
    return line.length() <= 100
        ? " " + line
        : columns.stream().collect(Collectors.joining(",\n  ", "\n  ", ""));
  }
}
