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

  /** Names no column of a user: those that begin so are ours. */
  private static final String MARK = "xt_matched";

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
    return builder.step(
        title, joined("SELECT " + String.join(", ", columns), input, other, rule), output);
  }

  private String joined(String select, Stage input, Stage other, JoinRows rule) {
    String left = input.name() + " AS " + LEFT;
    String right = other.name() + " AS " + RIGHT;
    boolean everyWay = builder.dialect().joinsEveryWay();
    return switch (rule.how()) {
      case INNER, SEMI, ANTI -> from(select, left, "JOIN", right) + on(input, other, rule);
      case LEFT -> from(select, left, "LEFT JOIN", right) + on(input, other, rule);
      case RIGHT ->
          everyWay
              ? from(select, left, "RIGHT JOIN", right) + on(input, other, rule)
              : from(select, right, "LEFT JOIN", left) + on(input, other, rule);
      case FULL ->
          everyWay
              ? from(select, left, "FULL JOIN", right) + on(input, other, rule)
              : from(select, left, "LEFT JOIN", right)
                  + on(input, other, rule)
                  + "\nUNION ALL\n"
                  + from(select, right, "LEFT JOIN", marked(input))
                  + on(input, other, rule)
                  + "\nWHERE %s.%s IS NULL".formatted(LEFT, MARK);
      case CROSS -> from(select, left, "CROSS JOIN", right);
    };
  }

  private static String from(String select, String first, String kind, String second) {
    return "%s\nFROM %s\n%s %s".formatted(select, first, kind, second);
  }

  private String on(Stage input, Stage other, JoinRows rule) {
    return "\nON " + condition(input, other, rule);
  }

  /** The rows with a column that tells them from those a join has made up. */
  private static String marked(Stage stage) {
    return "(SELECT *, 1 AS %s FROM %s) AS %s".formatted(MARK, stage.name(), LEFT);
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
    String columns =
        input.traced().names().stream()
            .map(name -> at(LEFT, name))
            .collect(Collectors.joining(", ", "SELECT ", "\nFROM " + input.name() + " AS " + LEFT));
    boolean anti = rule.how() == JoinRows.How.ANTI;
    String rows =
        rule.match() instanceof JoinRows.OnPairs(List<JoinRows.Pair> pairs)
                && !builder.dialect().joinsEveryWay()
            ? matched(input, other, pairs) + " IS " + (anti ? "NULL" : "NOT NULL")
            : "\nWHERE %sEXISTS (SELECT 1 FROM %s AS %s WHERE %s)"
                .formatted(anti ? "NOT " : "", other.name(), RIGHT, condition(input, other, rule));
    return builder.step(title, columns + rows, output);
  }

  /** Puts each key of the other table beside its rows, once, so that none is doubled. */
  private String matched(Stage input, Stage other, List<JoinRows.Pair> pairs) {
    var keys = new ArrayList<String>();
    var equal = new ArrayList<String>();
    for (JoinRows.Pair pair : pairs) {
      String key = MARK + "_" + keys.size();
      equal.add(left(input, other, pair) + " = " + RIGHT + "." + key);
      keys.add(right(input, other, pair) + " AS " + key);
    }
    return "\nLEFT JOIN (SELECT DISTINCT %s, 1 AS %s FROM %s AS %s) AS %s\nON %s\nWHERE %s.%s"
        .formatted(
            String.join(", ", keys),
            MARK,
            other.name(),
            RIGHT,
            RIGHT,
            String.join(" AND ", equal),
            RIGHT,
            MARK);
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
    return left(input, other, pair) + " = " + right(input, other, pair);
  }

  private String left(Stage input, Stage other, JoinRows.Pair pair) {
    return as(
        at(LEFT, pair.left()), builder.typeOf(input, pair.left()), common(input, other, pair));
  }

  private String right(Stage input, Stage other, JoinRows.Pair pair) {
    return as(
        at(RIGHT, pair.right()), builder.typeOf(other, pair.right()), common(input, other, pair));
  }

  /** The type in which both are compared, where the engine does not find it itself. */
  private Optional<DataType> common(Stage input, Stage other, JoinRows.Pair pair) {
    return builder.dialect().comparesMixedTypes()
        ? Optional.empty()
        : ValueType.common(
                ValueType.of(builder.typeOf(input, pair.left())),
                ValueType.of(builder.typeOf(other, pair.right())))
            .flatMap(ValueType::dataType);
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
