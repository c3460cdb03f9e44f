package io.qarion.plugins.sql;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.ValueType;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.UnionRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** SELECTs of the rules that bring in another source. */
final class CombineRuleSql {

  private static final String LEFT = "l";
  private static final String RIGHT = "r";

  private final QueryBuilder builder;

  CombineRuleSql(QueryBuilder builder) {
    this.builder = builder;
  }

  Stage join(String title, Stage input, JoinRows rule) {
    Stage other = builder.source(rule.with());
    TracedSchema output = builder.output(rule, input);
    if (!rule.how().addsColumns()) {
      return half(title, input, other, rule, output);
    }
    var columns = new ArrayList<String>();
    for (String name : input.traced().names()) {
      columns.add(leftColumn(input, other, rule, name) + " AS " + builder.name(name));
    }
    for (var column : rule.otherColumns(input.traced().names(), other.traced().names())) {
      columns.add(at(RIGHT, column.name()) + " AS " + builder.name(column.as()));
    }
    String kind =
        switch (rule.how()) {
          case INNER, SEMI, ANTI -> "JOIN";
          case LEFT -> "LEFT JOIN";
          case RIGHT -> "RIGHT JOIN";
          case FULL -> "FULL JOIN";
          case CROSS -> "CROSS JOIN";
        };
    String on = rule.how() == JoinRows.How.CROSS ? "" : "\nON " + condition(input, other, rule);
    return builder.step(
        title,
        "SELECT %s\nFROM %s AS %s\n%s %s AS %s%s"
            .formatted(
                String.join(", ", columns), input.name(), LEFT, kind, other.name(), RIGHT, on),
        output);
  }

  Stage union(String title, Stage input, UnionRows rule) {
    TracedSchema output = builder.output(rule, input);
    Schema schema = output.schema();
    var selects = new ArrayList<String>();
    selects.add(unionSelect(input, schema, rule.byName()));
    rule.with()
        .forEach(alias -> selects.add(unionSelect(builder.source(alias), schema, rule.byName())));
    return builder.step(
        title, String.join(rule.distinct() ? "\nUNION\n" : "\nUNION ALL\n", selects), output);
  }

  private Stage half(String title, Stage input, Stage other, JoinRows rule, TracedSchema output) {
    String select =
        "SELECT %s\nFROM %s AS %s\nWHERE %sEXISTS (SELECT 1 FROM %s AS %s WHERE %s)"
            .formatted(
                input.traced().names().stream()
                    .map(name -> at(LEFT, name))
                    .collect(Collectors.joining(", ")),
                input.name(),
                LEFT,
                rule.how() == JoinRows.How.ANTI ? "NOT " : "",
                other.name(),
                RIGHT,
                condition(input, other, rule));
    return builder.step(title, select, output);
  }

  private String leftColumn(Stage input, Stage other, JoinRows rule, String name) {
    boolean mayLack = rule.how() == JoinRows.How.RIGHT || rule.how() == JoinRows.How.FULL;
    if (!mayLack || !rule.isSharedKey(name)) {
      return at(LEFT, name);
    }
    DataType type = builder.typeOf(input, name);
    String key = builder.dialect().cast(at(RIGHT, name), builder.typeOf(other, name), type, false);
    return "coalesce(" + at(LEFT, name) + ", " + key + ")";
  }

  private String condition(Stage input, Stage other, JoinRows rule) {
    return switch (rule.match()) {
      case JoinRows.OnPairs(List<JoinRows.Pair> pairs) ->
          pairs.stream()
              .map(pair -> equal(input, other, pair))
              .collect(Collectors.joining(" AND "));
      case JoinRows.OnCondition(var condition) ->
          builder
              .dialect()
              .expression(
                  condition.tree(),
                  new ExpressionScope(
                      List.of(
                          new ExpressionScope.ScopedTable("", LEFT, input.schema()),
                          new ExpressionScope.ScopedTable(rule.with(), RIGHT, other.schema())),
                      builder.context().parameters()));
      case JoinRows.Always _ -> "true";
    };
  }

  private String equal(Stage input, Stage other, JoinRows.Pair pair) {
    DataType left = builder.typeOf(input, pair.left());
    DataType right = builder.typeOf(other, pair.right());
    Optional<DataType> common =
        builder.dialect().comparesMixedTypes()
            ? Optional.empty()
            : ValueType.common(ValueType.of(left), ValueType.of(right))
                .flatMap(ValueType::dataType);
    return as(at(LEFT, pair.left()), left, common)
        + " = "
        + as(at(RIGHT, pair.right()), right, common);
  }

  private String as(String sql, DataType type, Optional<DataType> wanted) {
    return wanted
        .filter(other -> !other.equals(type))
        .map(other -> builder.dialect().cast(sql, type, other, false))
        .orElse(sql);
  }

  private String unionSelect(Stage stage, Schema wanted, boolean byName) {
    var columns = new ArrayList<String>();
    for (int i = 0; i < wanted.size(); i++) {
      Column column = wanted.columns().get(i);
      String source = byName ? column.name() : stage.schema().columns().get(i).name();
      columns.add(unionColumn(stage, source, column) + " AS " + builder.name(column.name()));
    }
    return "SELECT " + String.join(", ", columns) + "\nFROM " + stage.name();
  }

  private String unionColumn(Stage stage, String source, Column wanted) {
    DataType type = wanted.type();
    return stage
        .schema()
        .find(source)
        .map(column ->
            column.type().equals(type)
                ? builder.name(source)
                : builder.dialect().cast(builder.name(source), column.type(), type, false))
        .orElseGet(() -> "CAST(NULL AS " + builder.dialect().type(type) + ")");
  }

  private String at(String alias, String column) {
    return alias + "." + builder.name(column);
  }
}
