package io.qarion.core.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.ExpressionParser;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.OrderTerm;
import io.qarion.core.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each rule gives and complains of, without any engine. */
class RuleOutputTest {

  private static final Schema ORDERS =
      Schema.of(
          new Column("id", PlainType.INTEGER, true),
          Column.of("customer", PlainType.STRING),
          Column.of("amount", new DecimalType(12, 2)),
          Column.of("day", PlainType.DATE));
  private static final Schema PEOPLE =
      Schema.of(
          new Column("customer", PlainType.STRING, true),
          Column.of("city", PlainType.STRING),
          Column.of("amount", PlainType.INTEGER));

  static Stream<Arguments> columnRules() {
    return Stream.of(
        gives(
            new SelectColumns.Keep(
                List.of(
                    new SelectColumns.Choice("day", Optional.empty()),
                    new SelectColumns.Choice("id", Optional.of("order_id")))),
            "day date <orders.day>, order_id integer! <orders.id>"),
        gives(
            new SelectColumns.Exclude(List.of("customer", "amount")),
            "id integer! <orders.id>, day date <orders.day>"),
        gives(
            new RenameColumns(Map.of("day", "date_of")),
            "id integer! <orders.id>, customer string <orders.customer>, amount decimal(12,2)"
                + " <orders.amount>, date_of date <orders.day>"),
        gives(
            new DeriveColumns(
                map("tax", "amount * 0.2", "gross", "amount + tax", "id", "concat(customer, '!')")),
            "id string <orders.customer>, customer string <orders.customer>, amount decimal(12,2)"
                + " <orders.amount>, day date <orders.day>, tax decimal(13,3) <orders.amount>,"
                + " gross decimal(14,3) <orders.amount>"),
        gives(
            new CastColumns(Map.of("id", PlainType.STRING, "day", PlainType.TIMESTAMP), true),
            "id string <orders.id>, customer string <orders.customer>, amount decimal(12,2)"
                + " <orders.amount>, day timestamp <orders.day>"),
        gives(
            new SplitColumn("customer", " ", List.of("first", "last")),
            "id integer! <orders.id>, customer string <orders.customer>, amount decimal(12,2)"
                + " <orders.amount>, day date <orders.day>, first string <orders.customer>, last"
                + " string <orders.customer>"),
        gives(
            new UnpivotColumns(List.of("customer"), "name", "value"),
            "id integer! <orders.id>, amount decimal(12,2) <orders.amount>, day date <orders.day>,"
                + " name string! <>, value string <orders.customer>"));
  }

  static Stream<Arguments> groupRules() {
    return Stream.of(
        gives(
            new AggregateRows(List.of("customer"), map("n", "count(*)", "total", "sum(amount)")),
            "customer string <orders.customer>, n integer <>, total decimal(18,2) <orders.amount>"),
        gives(
            new PivotRows(
                List.of("day"), "customer", Formula.parse("sum(amount)"), List.of("Ann", "Bob")),
            "day date <orders.day>, Ann decimal(18,2) <orders.amount, orders.customer>, Bob"
                + " decimal(18,2) <orders.amount, orders.customer>"),
        gives(
            new WindowColumns(
                List.of("customer"), order("day"), map("nth", "row_number()", "sofar", "sum(id)")),
            "id integer! <orders.id>, customer string <orders.customer>, amount decimal(12,2)"
                + " <orders.amount>, day date <orders.day>, nth integer <orders.customer,"
                + " orders.day>, sofar integer <orders.customer, orders.day, orders.id>"));
  }

  static Stream<Arguments> combiningRules() {
    return Stream.of(
        gives(
            new JoinRows(
                "people",
                JoinRows.How.LEFT,
                new JoinRows.OnPairs(List.of(new JoinRows.Pair("customer", "customer"))),
                "_people"),
            "id integer! <orders.id>, customer string <orders.customer, people.customer>, amount"
                + " decimal(12,2) <orders.amount>, day date <orders.day>, city string"
                + " <people.city>, amount_people integer <people.amount>"),
        gives(
            new JoinRows(
                "people",
                JoinRows.How.SEMI,
                new JoinRows.OnCondition(Formula.parse("customer = people.customer")),
                ""),
            "id integer! <orders.id>, customer string <orders.customer>, amount decimal(12,2)"
                + " <orders.amount>, day date <orders.day>"),
        gives(
            new UnionRows(List.of("people"), true, false),
            "id integer <orders.id>, customer string <orders.customer, people.customer>, amount"
                + " decimal(21,2) <orders.amount, people.amount>, day date <orders.day>, city"
                + " string <people.city>"),
        gives(
            new CompareSnapshots(
                "orders",
                List.of("id"),
                List.of("amount"),
                new CompareSnapshots.Deleted(),
                false,
                new CompareSnapshots.Classified(true)),
            "id integer! <orders.id>, customer string <orders.customer>, amount decimal(12,2)"
                + " <orders.amount>, day date <orders.day>, xt_record_type string! <>,"
                + " xt_changed_columns string <>, xt_previous_amount decimal(12,2)"
                + " <orders.amount>"));
  }

  @ParameterizedTest
  @MethodSource({"columnRules", "groupRules", "combiningRules"})
  void aRuleKnowsItsColumnsAndTheirOrigins(TransformationRule rule, String columns) {
    var problems = new ArrayList<Problem>();

    TracedSchema output = rule.output(input(), scope(problems));

    assertThat(problems).isEmpty();
    assertThat(
            output.columns().stream().map(RuleOutputTest::text).collect(Collectors.joining(", ")))
        .isEqualTo(columns);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        refused(
            SelectColumns.Keep.names(List.of("dai")), "rules[0].columns: There is no column 'dai'"),
        refused(
            SelectColumns.Keep.names(List.of("day", "day")),
            "rules[0].columns: Two columns would be named 'day'."),
        refused(new RenameColumns(Map.of("x", "y")), "rules[0].columns.x: There is no column 'x'"),
        refused(new FilterRows(Formula.parse("amount")), "rules[0].condition"),
        refused(new FilterRows(Formula.parse("amount > :least")), "rules[0].condition"),
        refused(
            new FillMissing(List.of("amount"), new FillMissing.WithValue(Formula.parse("'none'"))),
            "rules[0].value: Column 'amount' (decimal(12,2)) can't be matched"),
        refused(
            new JoinRows("nobody", JoinRows.How.INNER, new JoinRows.Always(), ""),
            "rules[0].with: 'nobody' is no source of this task."),
        refused(
            new JoinRows(
                "people",
                JoinRows.How.INNER,
                new JoinRows.OnPairs(List.of(new JoinRows.Pair("day", "city"))),
                ""),
            "rules[0].on: Column 'day' (date) can't be matched with 'city' (string)."),
        refused(
            new UnionRows(List.of("people"), false, false),
            "rules[0].with: One side of the union has 4 columns, the other 3."));
  }

  static Stream<Arguments> mistakesOverGroups() {
    return Stream.of(
        refused(new AggregateRows(List.of("day"), map("n", "amount")), "rules[0].measures.n"),
        refused(
            new PivotRows(List.of(), "customer", Formula.parse("count(*)"), List.of()),
            "rules[0].values: A pivot needs the values"),
        refused(new SortRows(order("nobody")), "rules[0].by"),
        refused(new LimitRows(-1, 0), "rules[0].rows: A limit must not be negative."),
        refused(new SampleRows(new SampleRows.Fraction(1.5), 1), "rules[0].fraction: The size"),
        refused(
            new SplitColumn("amount", "", List.of("a")),
            "rules[0].column: Column 'amount' is decimal(12,2), not text."),
        refused(
            new ReplaceText("day", "a", "b", false),
            "rules[0].column: Column 'day' is date, not text."),
        refused(
            new DistinctRows(List.of("x"), List.of(), false),
            "rules[0].on: There is no column 'x'"));
  }

  @ParameterizedTest
  @MethodSource({"mistakes", "mistakesOverGroups"})
  void aRuleComplainsAtTheFieldThatIsWrong(TransformationRule rule, String complaint) {
    var problems = new ArrayList<Problem>();

    rule.output(input(), scope(problems));

    assertThat(problems).isNotEmpty();
    Problem first = problems.getFirst();
    assertThat("tasks[0]." + complaint)
        .satisfiesAnyOf(
            wanted ->
                assertThat(first.place().element() + ": " + first.message()).startsWith(wanted),
            wanted -> assertThat(first.place().element()).isEqualTo(wanted));
  }

  private static TracedSchema input() {
    return TracedSchema.of("orders", ORDERS);
  }

  private static RuleScope scope(List<Problem> problems) {
    return RuleScope.of(
            "tasks[0]",
            Map.of("orders", input(), "people", TracedSchema.of("people", PEOPLE)),
            Map.of(),
            problems::add)
        .atRule(0);
  }

  private static String text(TracedColumn column) {
    String origins =
        new TreeSet<>(
                column.origins().stream()
                    .map(origin -> origin.source() + "." + origin.column())
                    .toList())
            .stream().collect(Collectors.joining(", ", "<", ">"));
    return column.name() + " " + column.type().text() + (column.required() ? "! " : " ") + origins;
  }

  private static Map<String, Formula> map(String... namesAndTexts) {
    var map = new LinkedHashMap<String, Formula>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      map.put(namesAndTexts[i], Formula.parse(namesAndTexts[i + 1]));
    }
    return map;
  }

  private static List<OrderTerm> order(String text) {
    return ExpressionParser.parseOrderTerms(text).terms();
  }

  private static Arguments gives(TransformationRule rule, String columns) {
    return Arguments.of(rule, columns);
  }

  private static Arguments refused(TransformationRule rule, String complaint) {
    return Arguments.of(rule, complaint);
  }
}
