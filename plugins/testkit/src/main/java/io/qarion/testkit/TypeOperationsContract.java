package io.qarion.testkit;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.expression.Formula;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.transform.AggregateRows;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.DistinctRows;
import io.qarion.core.transform.FillMissing;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.SortRows;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.UnionRows;
import io.qarion.core.transform.UnpivotColumns;
import io.qarion.core.transform.WindowColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values of each type are compared, ordered, grouped, joined and kept alike. Cases are written with
 * a lesser value {@code lo} and a greater one {@code hi}.
 */
public abstract class TypeOperationsContract extends EngineContract {

  private static final List<Sample> SAMPLES =
      List.of(
          new Sample("boolean", "false", "true"),
          new Sample("integer", "-9223372036854775807", "9223372036854775807"),
          new Sample("float", "-0.5", "nan"),
          new Sample("decimal(12,2)", "-10.50", "9.25"),
          new Sample("decimal(38,10)", "-0.0000000001", "9999999999999999999999999999.9999999999"),
          new Sample("string", "B", "😀"),
          new Sample("date", "0001-01-01", "9999-12-31"),
          new Sample("time", "09:59:59.999999", "10:00"),
          new Sample("timestamp", "1969-12-31T23:59:59.999999", "2026-03-29T02:30"));

  private static final String ROWS =
      """
      id integer | v T | w T
      1 | hi | lo
      2 | NULL | lo
      3 | lo | lo
      4 | hi | hi
      5 | lo | hi
      6 | NULL | NULL\
      """;

  private static final String OTHERS =
      """
      u T | k integer
      lo | 10
      NULL | 20\
      """;

  /** A type with two of its values. */
  record Sample(String type, String low, String high) {

    String in(String text) {
      return text.replaceAll("\\bT\\b", type)
          .replaceAll("\\blo\\b", low)
          .replaceAll("\\bhi\\b", high);
    }
  }

  /**
   * What is done with values, and what comes of it.
   *
   * @param rows that are expected, in their order if that is asked for
   */
  record Operation(String name, List<TransformationRule> rules, boolean inOrder, String rows) {}

  /** An operation on values of a type. */
  record Case(Sample sample, Operation operation) {

    @Override
    public String toString() {
      return sample.type() + ": " + operation.name();
    }
  }

  static Stream<Case> cases() {
    var operations = new ArrayList<Operation>();
    operations.addAll(orders());
    operations.addAll(conditions());
    operations.addAll(values());
    operations.addAll(groups());
    operations.addAll(windows());
    operations.addAll(combinations());
    return SAMPLES.stream()
        .flatMap(sample -> operations.stream().map(operation -> new Case(sample, operation)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void valuesOfEachTypeAreTreatedAlike(Case each) {
    Operation operation = each.operation();
    Sample sample = each.sample();
    List<TransformationSource> sources =
        List.of(
            stored(sample),
            table("others", sample.in(OTHERS)),
            table("alone", sample.in("u T\nlo\nNULL")));
    if (operation.inOrder()) {
      expectInOrder(sources, operation.rules(), sample.in(operation.rows()));
    } else {
      expect(sources, operation.rules(), sample.in(operation.rows()));
    }
  }

  private TransformationSource stored(Sample sample) {
    RowPage rows = TextTable.read(sample.in(ROWS));
    String name = "operations_on_" + sample.type().replaceAll("\\W", "_");
    if (engine().tableSchema(name).isEmpty()) {
      store(name, rows);
    }
    return reading(Dataset.of(new DatasetName(name), rows.schema()));
  }

  private static List<Operation> orders() {
    return List.of(
        sorted("ascending", false, false, "3 5 1 4 2 6"),
        sorted("ascending, NULL first", false, true, "2 6 3 5 1 4"),
        sorted("descending", true, false, "1 4 3 5 2 6"),
        sorted("descending, NULL first", true, true, "2 6 1 4 3 5"));
  }

  private static Operation sorted(String name, boolean descending, boolean nullsFirst, String ids) {
    return new Operation(
        "sorted " + name,
        List.of(
            new SortRows(List.of(TestOrder.term("v", descending, nullsFirst))),
            SelectColumns.Keep.names(List.of("id"))),
        true,
        "id integer\n" + ids.replace(' ', '\n'));
  }

  private static List<Operation> conditions() {
    return List.of(
        filtered("v = w", "3 4"),
        filtered("v <> w", "1 5"),
        filtered("v < w", "5"),
        filtered("v <= w", "3 4 5"),
        filtered("v > w", "1"),
        filtered("v >= w", "1 3 4"),
        filtered("v is null", "2 6"),
        filtered("v is not null", "1 3 4 5"),
        filtered("v is distinct from w", "1 2 5"),
        filtered("v is not distinct from w", "3 4 6"),
        filtered("v between w and v", "1 3 4"),
        filtered("v not between w and w", "1 5"),
        filtered("v in (w, v)", "1 3 4 5"),
        filtered("v not in (w, w)", "1 5"),
        filtered("not (v = w)", "1 5"),
        filtered("coalesce(v, w) = w", "2 3 4"),
        filtered("nullif(v, w) is null", "2 3 4 6"),
        filtered("greatest(v, w) = v", "1 3 4"),
        filtered("least(v, w) = v", "3 4 5"),
        filtered("case v when w then true else false end", "3 4"),
        filtered("cast(v as string) = cast(w as string)", "3 4"));
  }

  private static Operation filtered(String condition, String ids) {
    return new Operation(
        condition,
        List.of(new FilterRows(Formula.parse(condition)), SelectColumns.Keep.names(List.of("id"))),
        false,
        "id integer\n" + ids.replace(' ', '\n'));
  }

  private static List<Operation> values() {
    return List.of(
        computed("coalesce(v, w)", "hi lo lo hi lo NULL"),
        computed("ifnull(w, v)", "lo lo lo hi hi NULL"),
        computed("nullif(v, w)", "hi NULL NULL NULL lo NULL"),
        computed("if(id > 3, v, w)", "lo lo lo hi lo NULL"),
        computed("case when v is null then w else v end", "hi lo lo hi lo NULL"),
        computed("case when id > 4 then v end", "NULL NULL NULL NULL lo NULL"),
        computed("greatest(v, w)", "hi lo lo hi hi NULL"),
        computed("least(v, w)", "lo lo lo hi lo NULL"),
        new Operation(
            "missing values filled with those of another column",
            List.of(
                new FillMissing(List.of("v"), new FillMissing.WithValue(Formula.parse("w"))),
                SelectColumns.Keep.names(List.of("id", "v"))),
            false,
            "id integer | v T\n1 | hi\n2 | lo\n3 | lo\n4 | hi\n5 | lo\n6 | NULL"),
        new Operation(
            "missing values filled with those before",
            List.of(
                new FillMissing(
                    List.of("v"),
                    new FillMissing.FromNeighbour(false, TestOrder.by("id"), List.of())),
                SelectColumns.Keep.names(List.of("id", "v"))),
            false,
            "id integer | v T\n1 | hi\n2 | hi\n3 | lo\n4 | hi\n5 | lo\n6 | lo"));
  }

  private static Operation computed(String expression, String values) {
    var rows = new StringBuilder("id integer | r T");
    int id = 0;
    for (String value : values.split(" ", -1)) {
      rows.append('\n').append(++id).append(" | ").append(value);
    }
    return new Operation(
        expression,
        List.of(
            new DeriveColumns(Map.of("r", Formula.parse(expression))),
            SelectColumns.Keep.names(List.of("id", "r"))),
        false,
        rows.toString());
  }

  private static List<Operation> groups() {
    return List.of(
        new Operation(
            "grouped",
            List.of(new AggregateRows(List.of("v"), Map.of("n", Formula.parse("count(*)")))),
            false,
            "v T | n integer\nlo | 2\nhi | 2\nNULL | 2"),
        measured("min(v)", "T", "lo"),
        measured("max(v)", "T", "hi"),
        measured("min(v) filter (where id = 4)", "T", "hi"),
        measured("max(v) filter (where id = 2)", "T", "NULL"),
        measured("count(v)", "integer", "4"),
        measured("count(distinct v)", "integer", "2"),
        measured("first(w, v)", "T", "lo"),
        measured("last(id, v)", "integer", "1"),
        new Operation(
            "distinct",
            List.of(
                SelectColumns.Keep.names(List.of("v")),
                new DistinctRows(List.of(), List.of(), false)),
            false,
            "v T\nlo\nhi\nNULL"),
        new Operation(
            "distinct by it, the last kept",
            List.of(
                new DistinctRows(List.of("v"), TestOrder.by("id"), true),
                SelectColumns.Keep.names(List.of("id"))),
            false,
            "id integer\n4\n5\n6"));
  }

  private static Operation measured(String measure, String type, String value) {
    return new Operation(
        measure,
        List.of(new AggregateRows(List.of(), Map.of("m", Formula.parse(measure)))),
        false,
        "m " + type + "\n" + value);
  }

  private static List<Operation> windows() {
    return List.of(
        numbered("row_number() over (partition by v order by id)", "1 1 1 2 2 2"),
        numbered("row_number() over (order by v)", "3 5 1 4 2 6"),
        numbered("rank() over (order by v)", "3 5 1 3 1 5"),
        numbered("dense_rank() over (order by v desc)", "1 3 2 1 2 3"),
        numbered("count(*) over (partition by v)", "2 2 2 2 2 2"),
        numbered("count(v) over (order by v)", "4 4 2 4 2 4"),
        looked("lag(v) over (order by id)", "NULL hi NULL lo hi lo"),
        looked("lead(v, 2) over (order by id)", "lo hi lo NULL NULL NULL"),
        looked("first_value(w) over (partition by v order by id)", "lo lo lo lo lo lo"),
        looked("last_value(w) over (order by v)", "hi NULL hi hi hi NULL"),
        looked("max(v) over ()", "hi hi hi hi hi hi"),
        looked("min(v) over (order by id)", "hi hi lo lo lo lo"));
  }

  private static Operation numbered(String call, String values) {
    return windowed(call, "integer", values);
  }

  private static Operation looked(String call, String values) {
    return windowed(call, "T", values);
  }

  private static Operation windowed(String call, String type, String values) {
    Operation computed = computed(call, values);
    return new Operation(
        call,
        List.of(
            new WindowColumns(List.of(), List.of(), Map.of("r", Formula.parse(call))),
            SelectColumns.Keep.names(List.of("id", "r"))),
        false,
        computed.rows().replace("r T", "r " + type));
  }

  private static String lines(String... lines) {
    return String.join("\n", lines);
  }

  private static List<Operation> combinations() {
    return List.of(
        joined(JoinRows.How.INNER, "id integer | k integer\n3 | 10\n5 | 10"),
        joined(
            JoinRows.How.LEFT,
            "id integer | k integer\n1 | NULL\n2 | NULL\n3 | 10\n4 | NULL\n5 | 10\n6 | NULL"),
        joined(JoinRows.How.RIGHT, "id integer | k integer\n3 | 10\n5 | 10\nNULL | 20"),
        joined(
            JoinRows.How.FULL,
            lines(
                "id integer | k integer",
                "1 | NULL",
                "2 | NULL",
                "3 | 10",
                "4 | NULL",
                "5 | 10",
                "6 | NULL",
                "NULL | 20")),
        halved(JoinRows.How.SEMI, "3 5"),
        halved(JoinRows.How.ANTI, "1 2 4 6"),
        folded(),
        new Operation(
            "united without repetition",
            List.of(
                SelectColumns.Keep.names(List.of("v")),
                new UnionRows(List.of("alone"), false, true)),
            false,
            "v T\nlo\nhi\nNULL"));
  }

  private static Operation folded() {
    return new Operation(
        "folded",
        List.of(
            new FilterRows(Formula.parse("id in (2, 5)")),
            new UnpivotColumns(List.of("v", "w"), "which", "what")),
        false,
        lines(
            "id integer | which string | what T",
            "2 | v | NULL",
            "2 | w | lo",
            "5 | v | lo",
            "5 | w | hi"));
  }

  private static Operation joined(JoinRows.How how, String rows) {
    return new Operation(
        "joined " + how.text(),
        List.of(join(how), SelectColumns.Keep.names(List.of("id", "k"))),
        false,
        rows);
  }

  private static Operation halved(JoinRows.How how, String ids) {
    return new Operation(
        "joined " + how.text(),
        List.of(join(how), SelectColumns.Keep.names(List.of("id"))),
        false,
        "id integer\n" + ids.replace(' ', '\n'));
  }

  private static TransformationRule join(JoinRows.How how) {
    return new JoinRows(
        "others", how, new JoinRows.OnPairs(List.of(new JoinRows.Pair("v", "u"))), "_o");
  }
}
