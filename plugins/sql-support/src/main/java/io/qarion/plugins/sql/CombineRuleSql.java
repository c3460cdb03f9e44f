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
    return builder.step(
        title, joined("SELECT " + String.join(", ", columns), input, other, rule), output);
  }

  private String joined(String select, Stage input, Stage other, JoinRows rule) {
    String left = input.name() + " AS " + LEFT;
    boolean everyWay = builder.dialect().joinsEveryWay();
    return switch (rule.how()) {
      case INNER, SEMI, ANTI -> withOther(select, "JOIN", input, other, rule);
      case LEFT -> withOther(select, "LEFT JOIN", input, other, rule);
      case RIGHT ->
          everyWay
              ? withOther(select, "RIGHT JOIN", input, other, rule)
              : withInput(select, input, input, other, rule);
      case FULL ->
          everyWay
              ? withOther(select, "FULL JOIN", input, other, rule)
              : withOther(select, "LEFT JOIN", input, other, rule)
                  + "\nUNION ALL\n"
                  + withInput(select, input, marked(input), other, rule)
                  + "\nWHERE %s.%s IS NULL".formatted(LEFT, Partners.MARK);
      case CROSS -> from(select, left, "CROSS JOIN", other.name() + " AS " + RIGHT);
    };
  }

  private String withOther(String select, String kind, Stage input, Stage other, JoinRows rule) {
    String left = input.name() + " AS " + LEFT;
    return switch (rule.match()) {
      case JoinRows.OnPairs(List<JoinRows.Pair> pairs) -> {
        Partners partners =
            Partners.of(
                builder, other, RIGHT, rights(input, other, pairs), areAlike(input, other, pairs));
        yield from(select, left, kind, partners.table())
            + "\nON "
            + partners.equal(builder, lefts(input, other, pairs));
      }
      case JoinRows.OnCondition _, JoinRows.Always _ ->
          from(select, left, kind, other.name() + " AS " + RIGHT) + on(input, other, rule);
    };
  }

  /** Keeps the rows of the other table, and looks for theirs of the input. */
  private String withInput(String select, Stage input, Stage from, Stage other, JoinRows rule) {
    String right = other.name() + " AS " + RIGHT;
    return switch (rule.match()) {
      case JoinRows.OnPairs(List<JoinRows.Pair> pairs) -> {
        Partners partners =
            Partners.of(
                builder, from, LEFT, lefts(input, other, pairs), areAlike(input, other, pairs));
        yield from(select, right, "LEFT JOIN", partners.table())
            + "\nON "
            + partners.equal(builder, rights(input, other, pairs));
      }
      case JoinRows.OnCondition _, JoinRows.Always _ ->
          from(select, right, "LEFT JOIN", from.name() + " AS " + LEFT) + on(input, other, rule);
    };
  }

  private static String from(String select, String first, String kind, String second) {
    return "%s\nFROM %s\n%s %s".formatted(select, first, kind, second);
  }

  private String on(Stage input, Stage other, JoinRows rule) {
    return "\nON " + condition(input, other, rule);
  }

  /** The rows with a column that tells them from those a join has made up. */
  private static Stage marked(Stage stage) {
    String rows = "(SELECT *, 1 AS %s FROM %s)".formatted(Partners.MARK, stage.name());
    return new Stage(rows, stage.traced(), stage.order(), stage.isTable());
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

  private String matched(Stage input, Stage other, List<JoinRows.Pair> pairs) {
    Partners partners = Partners.distinct(builder, other, RIGHT, rights(input, other, pairs));
    return "\nLEFT JOIN %s\nON %s\nWHERE %s.%s"
        .formatted(
            partners.table(),
            partners.equal(builder, lefts(input, other, pairs)),
            RIGHT,
            Partners.MARK);
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
      case JoinRows.OnPairs(List<JoinRows.Pair> pairs) -> {
        List<Operand> rights = rights(input, other, pairs);
        var columns = new Partners("", rights.stream().map(Operand::sql).toList());
        yield columns.equal(builder, lefts(input, other, pairs));
      }
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

  private boolean areAlike(Stage input, Stage other, List<JoinRows.Pair> pairs) {
    return pairs.stream()
        .allMatch(
            pair -> builder.typeOf(input, pair.left()).equals(builder.typeOf(other, pair.right())));
  }

  private List<Operand> lefts(Stage input, Stage other, List<JoinRows.Pair> pairs) {
    return pairs.stream()
        .map(pair -> key(LEFT, input, pair.left(), common(input, other, pair)))
        .toList();
  }

  private List<Operand> rights(Stage input, Stage other, List<JoinRows.Pair> pairs) {
    return pairs.stream()
        .map(pair -> key(RIGHT, other, pair.right(), common(input, other, pair)))
        .toList();
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

  private Operand key(String alias, Stage stage, String column, Optional<DataType> wanted) {
    DataType type = builder.typeOf(stage, column);
    DataType common = wanted.orElse(type);
    String sql = at(alias, column);
    return Operand.of(
        type.equals(common) ? sql : builder.dialect().cast(sql, type, common, false), common);
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
