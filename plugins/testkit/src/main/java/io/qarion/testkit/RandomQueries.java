package io.qarion.testkit;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.OrderTerm;
import io.qarion.core.problem.Problem;
import io.qarion.core.transform.AggregateRows;
import io.qarion.core.transform.CastColumns;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.DistinctRows;
import io.qarion.core.transform.FillMissing;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.LimitRows;
import io.qarion.core.transform.PivotRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RenameColumns;
import io.qarion.core.transform.ReplaceText;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.RuleScope;
import io.qarion.core.transform.SampleRows;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.SortRows;
import io.qarion.core.transform.SplitColumn;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.UnionRows;
import io.qarion.core.transform.UnpivotColumns;
import io.qarion.core.transform.WindowColumns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Makes queries of several rules over random tables; a rule that would be a mistake is left out.
 */
final class RandomQueries {

  private static final int MOST_RULES = 6;
  private static final List<DataType> TYPES =
      List.of(
          PlainType.INTEGER,
          PlainType.FLOAT,
          new DecimalType(12, 2),
          PlainType.STRING,
          PlainType.BOOLEAN,
          PlainType.DATE,
          PlainType.TIMESTAMP);

  private final Random random;
  private final RowPage main;
  private final RowPage other;
  private final RowPage alike;

  RandomQueries(Random random) {
    this.random = random;
    var tables = new RandomTables(random);
    this.main = tables.table();
    this.other = tables.table();
    this.alike = tables.table();
  }

  Query query() {
    var sources = new LinkedHashMap<String, TracedSchema>();
    sources.put("main", TracedSchema.of("main", main.schema()));
    sources.put("other", TracedSchema.of("other", other.schema()));
    sources.put("alike", TracedSchema.of("alike", alike.schema()));
    var rules = new ArrayList<TransformationRule>();
    TracedSchema schema = sources.get("main");
    int wanted = 1 + random.nextInt(MOST_RULES);
    for (int tries = 0; rules.size() < wanted && tries < 10 * MOST_RULES; tries++) {
      TransformationRule rule = rule(schema.schema().columns());
      var problems = new ArrayList<Problem>();
      TracedSchema output =
          rule.output(schema, RuleScope.of("t", sources, Map.of(), problems::add));
      if (problems.isEmpty() && output.columns().size() > 0) {
        rules.add(rule);
        schema = output;
      }
    }
    return Query.of(
        List.of(source("main", main), source("other", other), source("alike", alike)), rules);
  }

  private static TransformationSource source(String alias, RowPage rows) {
    return TransformationSource.of(alias, RowSource.Rows.of(rows));
  }

  private TransformationRule rule(List<Column> columns) {
    return switch (random.nextInt(18)) {
      case 0, 1 -> new FilterRows(formula(columns, PlainType.BOOLEAN));
      case 2, 3 -> derive(columns);
      case 4 -> new SortRows(order(columns));
      case 5 -> new DistinctRows(List.of(), List.of(), false);
      case 6 -> new DistinctRows(some(columns), order(columns), random.nextBoolean());
      case 7 -> new LimitRows(random.nextInt(12), random.nextInt(3));
      case 8 -> sample();
      case 9 -> join(columns);
      case 10 -> new UnionRows(List.of("alike"), true, random.nextBoolean());
      case 11, 12 -> aggregate(columns);
      case 13, 14 -> window(columns);
      case 15 -> reshape(columns);
      case 16 -> fill(columns);
      default -> columnsRule(columns);
    };
  }

  private TransformationRule derive(List<Column> columns) {
    var derived = new LinkedHashMap<String, Formula>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      DataType type = TYPES.get(random.nextInt(TYPES.size()));
      derived.put("v" + random.nextInt(6), formula(columns, type));
    }
    return new DeriveColumns(derived);
  }

  private TransformationRule sample() {
    return new SampleRows(
        random.nextBoolean()
            ? new SampleRows.Rows(random.nextInt(10))
            : new SampleRows.Fraction(random.nextInt(11) / 10.0),
        random.nextInt(5));
  }

  private TransformationRule join(List<Column> columns) {
    JoinRows.How[] hows = JoinRows.How.values();
    JoinRows.How how = hows[random.nextInt(hows.length)];
    if (how == JoinRows.How.CROSS) {
      return new JoinRows("other", how, new JoinRows.Always(), "_o");
    }
    Column left = columns.get(random.nextInt(columns.size()));
    List<String> right =
        other.schema().columns().stream()
            .filter(column -> column.type().equals(left.type()))
            .map(Column::name)
            .toList();
    if (right.isEmpty()) {
      return new LimitRows(MOST_RULES, 1);
    }
    String match = right.get(random.nextInt(right.size()));
    return random.nextInt(4) > 0
        ? new JoinRows(
            "other",
            how,
            new JoinRows.OnPairs(List.of(new JoinRows.Pair(left.name(), match))),
            "_o")
        : new JoinRows(
            "other",
            how,
            new JoinRows.OnCondition(
                Formula.parse(left.name() + " <= other." + match + " and other.id < 9")),
            "_o");
  }

  private TransformationRule aggregate(List<Column> columns) {
    var measures = new LinkedHashMap<String, Formula>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      measures.put("g" + i, Formula.parse(measure(columns)));
    }
    return new AggregateRows(random.nextInt(5) == 0 ? List.of() : some(columns), measures);
  }

  private String measure(List<Column> columns) {
    var expressions = new RandomExpressions(random, columns);
    String number = expressions.of(PlainType.INTEGER);
    String any = expressions.of(TYPES.get(random.nextInt(TYPES.size())));
    return List.of(
            "count(*)",
            "count(" + any + ")",
            "count(distinct " + any + ")",
            "count_if(" + expressions.of(PlainType.BOOLEAN) + ")",
            "sum(" + number + ")",
            "sum(" + expressions.of(new DecimalType(12, 2)) + ")",
            "min(" + any + ")",
            "max(" + any + ")",
            "avg(" + number + ")",
            "median(" + number + ")",
            "sum(" + number + ") filter (where " + expressions.of(PlainType.BOOLEAN) + ")",
            "sum(" + number + ") + count(*)",
            "bool_or(" + expressions.of(PlainType.BOOLEAN) + ")",
            "stddev(" + number + ")")
        .get(random.nextInt(14));
  }

  private TransformationRule window(List<Column> columns) {
    var expressions = new RandomExpressions(random, columns);
    String number = expressions.of(PlainType.INTEGER);
    String any = expressions.of(TYPES.get(random.nextInt(TYPES.size())));
    List<String> calls =
        List.of(
            "row_number()",
            "rank()",
            "dense_rank()",
            "percent_rank()",
            "cume_dist()",
            "ntile(3)",
            "lag(" + any + ")",
            "lead(" + any + ", 2)",
            "first_value(" + any + ")",
            "sum(" + number + ")",
            "count(*)",
            "max(" + any + ")");
    return new WindowColumns(
        random.nextBoolean() ? List.of() : some(columns),
        order(columns),
        Map.of("w" + random.nextInt(4), Formula.parse(calls.get(random.nextInt(calls.size())))));
  }

  private TransformationRule reshape(List<Column> columns) {
    List<String> texts = names(columns, PlainType.STRING);
    if (random.nextBoolean() && !texts.isEmpty()) {
      return new PivotRows(
          some(columns),
          texts.getFirst(),
          Formula.parse(
              random.nextBoolean() ? "count(*)" : "max(" + columns.getLast().name() + ")"),
          List.of("a", "ab", "Zoë"));
    }
    List<String> numbers = names(columns, PlainType.INTEGER);
    return new UnpivotColumns(numbers.subList(0, Math.min(2, numbers.size())), "which", "what");
  }

  private TransformationRule fill(List<Column> columns) {
    Column column = columns.get(random.nextInt(columns.size()));
    return random.nextBoolean()
        ? new FillMissing(
            List.of(column.name()), new FillMissing.WithValue(formula(columns, column.type())))
        : new FillMissing(
            List.of(column.name()),
            new FillMissing.FromNeighbour(
                random.nextBoolean(),
                order(columns),
                random.nextBoolean() ? List.of() : some(columns)));
  }

  private TransformationRule columnsRule(List<Column> columns) {
    Optional<String> text = names(columns, PlainType.STRING).stream().findFirst();
    String any = columns.get(random.nextInt(columns.size())).name();
    return switch (random.nextInt(6)) {
      case 0 -> SelectColumns.Keep.names(some(columns));
      case 1 -> new SelectColumns.Exclude(List.of(any));
      case 2 -> new RenameColumns(Map.of(any, "r" + random.nextInt(3)));
      case 3 -> new CastColumns(Map.of(any, TYPES.get(random.nextInt(TYPES.size()))), true);
      case 4 ->
          text.<TransformationRule>map(
                  column -> new ReplaceText(column, random.nextBoolean() ? "a" : " ", "<>", false))
              .orElseGet(() -> new LimitRows(MOST_RULES, 0));
      default ->
          text.<TransformationRule>map(column -> new SplitColumn(column, " ", List.of("p0", "p1")))
              .orElseGet(() -> new LimitRows(MOST_RULES, 0));
    };
  }

  private Formula formula(List<Column> columns, DataType type) {
    return Formula.parse(new RandomExpressions(random, columns).of(type));
  }

  private List<OrderTerm> order(List<Column> columns) {
    return some(columns).stream()
        .map(name ->
            new OrderTerm(Formula.parse(name).tree(), random.nextBoolean(), random.nextBoolean()))
        .toList();
  }

  private static List<String> names(List<Column> columns, DataType type) {
    return columns.stream().filter(column -> column.type().equals(type)).map(Column::name).toList();
  }

  /** One or two of the columns. */
  private List<String> some(List<Column> columns) {
    var names = new ArrayList<>(columns.stream().map(Column::name).toList());
    Collections.shuffle(names, random);
    return List.copyOf(names.subList(0, Math.min(names.size(), 1 + random.nextInt(2))));
  }
}
