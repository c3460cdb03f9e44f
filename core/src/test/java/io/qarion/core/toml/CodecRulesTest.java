package io.qarion.core.toml;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.ExpressionParser;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.OrderTerm;
import io.qarion.core.flow.TaskRule;
import io.qarion.core.transform.AggregateRows;
import io.qarion.core.transform.CastColumns;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.DistinctRows;
import io.qarion.core.transform.FillMissing;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.LimitRows;
import io.qarion.core.transform.PivotRows;
import io.qarion.core.transform.RenameColumns;
import io.qarion.core.transform.ReplaceText;
import io.qarion.core.transform.SampleRows;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.SortRows;
import io.qarion.core.transform.SplitColumn;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.UnionRows;
import io.qarion.core.transform.UnpivotColumns;
import io.qarion.core.transform.WindowColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodecRulesTest {

  private static final String HEAD =
      """
      id = "f"
      flow_type = "standard"
      [[tasks]]
      id = "t"
      type = "transformation"
      """;

  @Test
  void everyOperationOfTheFormatBecomesItsRule() {
    var expected = new ArrayList<TransformationRule>(columnRules());
    expected.addAll(joinRules());
    assertThat(rules(EVERY_OPERATION)).isEqualTo(expected);
  }

  /** A flow with each operation. */
  static String everyOperation() {
    return HEAD + EVERY_OPERATION;
  }

  private static List<TransformationRule> columnRules() {
    return List.of(
        new SelectColumns.Keep(
            List.of(
                new SelectColumns.Choice("id", Optional.empty()),
                new SelectColumns.Choice("amount", Optional.of("total")))),
        new SelectColumns.Exclude(List.of("secret")),
        new RenameColumns(Map.of("old name", "new")),
        new DeriveColumns(ordered("z", Formula.parse("a + 1"), "a.b", Formula.parse("z * 2"))),
        new FilterRows(Formula.parse("amount > :min")),
        new CastColumns(ordered("amount", new DecimalType(12, 2), "day", PlainType.DATE), true),
        new FillMissing(List.of("n"), new FillMissing.WithValue(Formula.parse("0"))),
        new FillMissing(
            List.of("v"),
            new FillMissing.FromNeighbour(true, order("at desc"), List.of("device"))));
  }

  private static List<TransformationRule> joinRules() {
    return List.of(
        new JoinRows(
            "payments",
            JoinRows.How.LEFT,
            new JoinRows.OnPairs(List.of(new JoinRows.Pair("id", "order_id"))),
            "_payments"),
        new JoinRows(
            "rates",
            JoinRows.How.INNER,
            new JoinRows.OnCondition(Formula.parse("day = rates.day")),
            "_r"),
        new JoinRows("days", JoinRows.How.CROSS, new JoinRows.Always(), "_days"),
        new UnionRows(List.of("a", "b"), true, true),
        new AggregateRows(
            List.of("country"),
            ordered("n", Formula.parse("count(*)"), "s", Formula.parse("sum(x)"))),
        new WindowColumns(
            List.of("country"), order("at, id"), Map.of("r", Formula.parse("row_number()"))),
        new DistinctRows(List.of("id"), order("at desc"), true),
        new SortRows(order("amount desc nulls first, id")),
        new SortRows(order("amount desc")),
        new LimitRows(10, 5),
        new SampleRows(new SampleRows.Rows(100), 7),
        new SampleRows(new SampleRows.Fraction(0.25), 0),
        new PivotRows(
            List.of("id"), "year", Formula.parse("sum(x)"), List.of("2025", "2.5", "all")),
        new UnpivotColumns(List.of("q1", "q2"), "quarter", "value"),
        new SplitColumn("name", " ", List.of("first", "last")),
        new ReplaceText("name", "\\s+", "", true));
  }

  private static final String EVERY_OPERATION =
      """
      [[tasks.rules]]
      operation = "select"
      columns = ["id", { name = "amount", as = "total" }]
      [[tasks.rules]]
      operation = "select"
      exclude = ["secret"]
      [[tasks.rules]]
      operation = "rename"
      columns = { "old name" = "new" }
      [[tasks.rules]]
      operation = "derive"
      columns = { z = "a + 1", "a.b" = "z * 2" }
      [[tasks.rules]]
      operation = "filter"
      condition = "amount > :min"
      [[tasks.rules]]
      operation = "cast"
      on_error = "null"
      columns.amount = "decimal(12, 2)"
      columns.day = "date"
      [[tasks.rules]]
      operation = "fill"
      columns = ["n"]
      value = 0
      [[tasks.rules]]
      operation = "fill"
      columns = ["v"]
      method = "backward"
      order_by = ["at desc"]
      partition_by = ["device"]
      [[tasks.rules]]
      operation = "join"
      with = "payments"
      how = "left"
      on = [["id", "order_id"]]
      [[tasks.rules]]
      operation = "join"
      with = "rates"
      condition = "day = rates.day"
      suffix = "_r"
      [[tasks.rules]]
      operation = "join"
      with = "days"
      how = "cross"
      [[tasks.rules]]
      operation = "union"
      with = ["a", "b"]
      by_name = true
      distinct = true
      [[tasks.rules]]
      operation = "aggregate"
      group_by = ["country"]
      [tasks.rules.measures]
      n = "count(*)"
      s = "sum(x)"
      [[tasks.rules]]
      operation = "window"
      partition_by = ["country"]
      order_by = ["at", "id"]
      columns = { r = "row_number()" }
      [[tasks.rules]]
      operation = "distinct"
      on = ["id"]
      order_by = ["at desc"]
      keep = "last"
      [[tasks.rules]]
      operation = "sort"
      by = ["amount desc nulls first", "id"]
      [[tasks.rules]]
      operation = "sort"
      by = "amount desc"
      [[tasks.rules]]
      operation = "limit"
      rows = 10
      offset = 5
      [[tasks.rules]]
      operation = "sample"
      rows = 100
      seed = 7
      [[tasks.rules]]
      operation = "sample"
      fraction = 0.25
      [[tasks.rules]]
      operation = "pivot"
      rows = ["id"]
      column = "year"
      measure = "sum(x)"
      values = [2025, 2.5, "all"]
      [[tasks.rules]]
      operation = "unpivot"
      columns = ["q1", "q2"]
      name_to = "quarter"
      value_to = "value"
      [[tasks.rules]]
      operation = "split"
      column = "name"
      delimiter = " "
      into = ["first", "last"]
      [[tasks.rules]]
      operation = "replace"
      column = "name"
      pattern = '\\s+'
      with = ""
      regex = true
      """;

  @Test
  void aFillingMayBeAnyPlainValue() {
    assertThat(filling("\"it's\"")).isEqualTo("'it''s'");
    assertThat(filling("-3")).isEqualTo("-3");
    assertThat(filling("1.5")).isEqualTo("1.5");
    assertThat(filling("1e20")).isEqualTo("100000000000000000000.0");
    assertThat(filling("true")).isEqualTo("true");
    assertThat(filling("2026-01-31")).isEqualTo("date '2026-01-31'");
    assertThat(filling("07:30:00")).isEqualTo("time '07:30:00.000000'");
    assertThat(filling("2026-01-31T10:00:00.5"))
        .isEqualTo("timestamp '2026-01-31 10:00:00.500000'");
    assertThat(filling("2026-01-31T10:00:00+02:00"))
        .isEqualTo("timestamp '2026-01-31 08:00:00.000000'");
  }

  private static String filling(String toml) {
    String text = "[[tasks.rules]]\noperation = \"fill\"\ncolumns = [\"a\"]\nvalue = " + toml;
    TransformationRule rule = rules(text).getFirst();
    assertThat(rule).isInstanceOf(FillMissing.class);
    Formula value = ((FillMissing.WithValue) ((FillMissing) rule).filling()).value();
    assertThat(value.problems()).isEmpty();
    return value.text();
  }

  private static List<TransformationRule> rules(String toml) {
    FlowToml.Reading reading = FlowToml.read(TomlDocument.parse("flows/f.toml", HEAD + toml));
    assertThat(reading.problems()).isEmpty();
    return reading.flow().tasks().getFirst().rules().stream()
        .map(rule -> ((TaskRule.Known) rule).rule())
        .toList();
  }

  private static List<OrderTerm> order(String text) {
    return ExpressionParser.parseOrderTerms(text).terms();
  }

  private static <T> Map<String, T> ordered(
      String firstName, T first, String secondName, T second) {
    var map = new LinkedHashMap<String, T>();
    map.put(firstName, first);
    map.put(secondName, second);
    return map;
  }
}
