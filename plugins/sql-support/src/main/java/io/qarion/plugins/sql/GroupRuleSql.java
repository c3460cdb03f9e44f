package io.qarion.plugins.sql;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.transform.AggregateRows;
import io.qarion.core.transform.PivotRows;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.UnpivotColumns;
import io.qarion.core.transform.WindowColumns;
import java.util.ArrayList;
import java.util.List;

/** SELECTs of the rules that look at groups of rows. */
final class GroupRuleSql {

  private static final String NUMBER = "xt_number";

  private final QueryBuilder builder;

  GroupRuleSql(QueryBuilder builder) {
    this.builder = builder;
  }

  Stage aggregate(String title, Stage input, AggregateRows rule) {
    var columns = new ArrayList<String>();
    rule.groupBy().forEach(name -> columns.add(builder.name(name)));
    rule.measures()
        .forEach((name, formula) ->
            columns.add(builder.expression(formula, input) + " AS " + builder.name(name)));
    return builder.step(
        title,
        "SELECT " + String.join(", ", columns) + "\nFROM " + input.name() + groupBy(rule.groupBy()),
        builder.output(rule, input));
  }

  Stage window(String title, Stage input, WindowColumns rule) {
    var columns = new ArrayList<String>();
    for (String name : input.traced().names()) {
      if (!rule.columns().containsKey(name)) {
        columns.add(builder.name(name));
      }
    }
    rule.expressions(input.traced().names())
        .forEach((name, tree) ->
            columns.add(
                builder.dialect().expression(tree, builder.scopeOf(input))
                    + " AS "
                    + builder.name(name)));
    input.order().ifPresent(order -> columns.add(builder.name(order)));
    return builder.orderedStep(
        title,
        input,
        "SELECT " + String.join(",\n  ", columns) + "\nFROM " + input.name(),
        builder.output(rule, input));
  }

  Stage pivot(String title, Stage input, PivotRows rule) {
    var columns = new ArrayList<String>();
    rule.rows().forEach(name -> columns.add(builder.name(name)));
    for (String value : rule.values()) {
      columns.add(
          builder.dialect().expression(rule.measureOf(value), builder.scopeOf(input))
              + " AS "
              + builder.name(value));
    }
    return builder.step(
        title,
        "SELECT " + String.join(",\n  ", columns) + "\nFROM " + input.name() + groupBy(rule.rows()),
        builder.output(rule, input));
  }

  /** One scan of the input, beside a small table of numbers that says which column it is. */
  Stage unpivot(String title, Stage input, UnpivotColumns rule) {
    TracedSchema output = builder.output(rule, input);
    DataType type = output.schema().find(rule.valueTo()).map(Column::type).orElse(PlainType.STRING);
    var columns = new ArrayList<String>();
    for (String name : input.traced().names()) {
      if (!rule.columns().contains(name)) {
        columns.add(builder.name(name));
      }
    }
    var names = new StringBuilder("CASE u." + builder.name(NUMBER));
    var values = new StringBuilder("CASE u." + builder.name(NUMBER));
    for (int i = 0; i < rule.columns().size(); i++) {
      String name = rule.columns().get(i);
      names.append(" WHEN %d THEN %s".formatted(i + 1, literal(name)));
      values.append(
          " WHEN %d THEN %s"
              .formatted(
                  i + 1,
                  builder
                      .dialect()
                      .cast(builder.name(name), builder.typeOf(input, name), type, false)));
    }
    columns.add(names + " END AS " + builder.name(rule.nameTo()));
    columns.add(values + " END AS " + builder.name(rule.valueTo()));
    return builder.step(
        title,
        "SELECT %s\nFROM %s CROSS JOIN %s AS u"
            .formatted(
                String.join(",\n  ", columns),
                input.name(),
                builder.dialect().numbers(rule.columns().size(), NUMBER)),
        output);
  }

  private String groupBy(List<String> columns) {
    return columns.isEmpty() ? "" : "\nGROUP BY " + builder.names(columns);
  }

  private String literal(String text) {
    return builder.dialect().literal(text, PlainType.STRING);
  }
}
