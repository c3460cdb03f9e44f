package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.expression.Formula;
import io.qarion.core.transform.AggregateRows;
import io.qarion.core.transform.PivotRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.UnpivotColumns;
import io.qarion.core.transform.WindowColumns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules that look at several rows at once. */
public abstract class GroupRulesContract extends EngineContract {

  private static final TransformationSource SALES =
      table(
          "sales",
          """
          g string | month string | n integer | d decimal(12,2) | x float
          a | jan | 1 | 0.10 | 0.0
          a | feb | NULL | 0.20 | -0.0
          a | jan | 3 | NULL | nan
          NULL | jan | 4 | 1.00 | nan
          NULL | mar | 4 | 2.00 | 1.5
          '' | feb | NULL | NULL | NULL
          """);

  private static Map<String, Formula> formulas(String... namesAndTexts) {
    Map<String, Formula> formulas = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      formulas.put(namesAndTexts[i], Formula.parse(namesAndTexts[i + 1]));
    }
    return formulas;
  }

  @Test
  void aggregateTakesNullForAGroup() {
    expect(
        SALES,
        new AggregateRows(
            List.of("g"),
            formulas(
                "rows", "count(*)",
                "n", "sum(n)",
                "d", "sum(d)",
                "mean", "avg(n)",
                "top", "max(n) filter (where month = 'jan')",
                "share", "divide(sum(d), count(*), 3)",
                "months", "string_agg(distinct month, '+')",
                "kinds", "count(distinct month)")),
        """
        g string | rows integer | n integer | d decimal(18,2) | mean float | top integer | share decimal(18,3) | months string | kinds integer
        a | 3 | 4 | 0.30 | 2 | 3 | 0.100 | feb+jan | 2
        NULL | 2 | 8 | 3.00 | 4 | 4 | 1.500 | jan+mar | 2
        '' | 1 | NULL | NULL | NULL | NULL | NULL | feb | 1
        """);
  }

  @Test
  void aggregateWithoutGroupsGivesOneRow() {
    expect(
        table("none", "n integer"),
        new AggregateRows(List.of(), formulas("rows", "count(*)", "n", "sum(n)", "five", "5")),
        """
        rows integer | n integer | five integer
        0 | NULL | 5\
        """);
    expect(
        table("none", "n integer"),
        new AggregateRows(List.of("n"), formulas("rows", "count(*)")),
        "n integer | rows integer");
    expect(
        SALES,
        new AggregateRows(List.of("month"), Map.of()),
        """
        month string
        jan
        feb
        mar\
        """);
  }

  @Test
  void bothZerosAndAllNaNsAreOneGroup() {
    expect(
        SALES,
        new AggregateRows(List.of("x"), formulas("rows", "count(*)")),
        """
        x float | rows integer
        0 | 2
        nan | 2
        1.5 | 1
        NULL | 1\
        """);
  }

  @Test
  void aSumThatIsTooLargeIsAnError() {
    TransformationSource large =
        table(
            "large",
            """
            n integer | d decimal(18,0)
            9223372036854775807 | 999999999999999999
            1 | 1\
            """);
    assertThat(
            failure(
                    Query.of(
                        List.of(large),
                        List.of(new AggregateRows(List.of(), formulas("s", "sum(n)")))))
                .problems())
        .isNotEmpty();
    assertThat(
            failure(
                    Query.of(
                        List.of(large),
                        List.of(new AggregateRows(List.of(), formulas("s", "sum(d)")))))
                .problems())
        .isNotEmpty();
    assertThat(
            failure(
                    Query.of(
                        List.of(large),
                        List.of(new WindowColumns(List.of(), List.of(), formulas("s", "sum(n)")))))
                .problems())
        .isNotEmpty();
  }

  @Test
  void firstAndLastSkipRowsWithoutOrderAndBreakTies() {
    expect(
        table(
            "rows",
            """
            g string | v string | by integer
            a | z | 1
            a | NULL | 1
            a | y | 1
            a | q | NULL
            a | c | 2
            a | b | 2
            b | k | NULL
            c | NULL | 5\
            """),
        new AggregateRows(List.of("g"), formulas("f", "first(v, by)", "l", "last(v, by)")),
        """
        g string | f string | l string
        a | y | b
        b | NULL | NULL
        c | NULL | NULL\
        """);
  }

  @Test
  void windowCallsWithoutOverGetTheWindowOfTheRule() {
    expect(
        table(
            "rows",
            """
            g string | n integer
            a | 1
            a | 2
            a | NULL
            b | 5\
            """),
        new WindowColumns(
            List.of("g"),
            TestOrder.descending("n"),
            formulas(
                "place", "row_number()",
                "total", "sum(n)",
                "all", "sum(n) over ()",
                "before", "lag(n, 1, -1)",
                "some", "count(*) filter (where n > 1) over (partition by g)",
                "last", "first(n, n) over (partition by g)",
                "two",
                    "string_agg(cast(n as string), '/') over (partition by g order by n rows"
                        + " between 1 preceding and current row)",
                "n", "coalesce(n, 0) + rank()")),
        """
        g string | n integer | place integer | total integer | all integer | before integer | some integer | last integer | two string
        a | 3 | 1 | 2 | 8 | -1 | 1 | 1 | 1/2
        a | 3 | 2 | 3 | 8 | 2 | 1 | 1 | 1
        a | 3 | 3 | 3 | 8 | 1 | 1 | 1 | 2
        b | 6 | 1 | 5 | 8 | -1 | 1 | 5 | 5
        """);
  }

  @Test
  void pivotMakesAColumnOfEachValue() {
    expect(
        SALES,
        new PivotRows(
            List.of("g"), "month", Formula.parse("sum(n)"), List.of("jan", "feb", "it's")),
        """
        g string | jan integer | feb integer | it's integer
        a | 4 | NULL | NULL
        NULL | 4 | NULL | NULL
        '' | NULL | NULL | NULL\
        """);
    expect(
        SALES,
        new PivotRows(
            List.of(),
            "n",
            Formula.parse("count(*) filter (where g = 'a') + 0"),
            List.of("1", "4")),
        """
        1 integer | 4 integer
        1 | 0\
        """);
  }

  @Test
  void unpivotMakesARowOfEachColumn() {
    expect(
        table(
            "wide",
            """
            n integer | a integer | b decimal(4,1) | u string
            1 | 10 | NULL | x
            2 | NULL | 2.5 | NULL\
            """),
        new UnpivotColumns(List.of("a", "b"), "name", "value"),
        """
        n integer | u string | name string | value decimal(20,1)
        1 | x | a | 10.0
        1 | x | b | NULL
        2 | NULL | a | NULL
        2 | NULL | b | 2.5
        """);
  }
}
