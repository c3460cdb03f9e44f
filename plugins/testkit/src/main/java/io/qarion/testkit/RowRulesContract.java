package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.expression.Formula;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.DistinctRows;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.LimitRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RenameColumns;
import io.qarion.core.transform.SampleRows;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.SortRows;
import io.qarion.core.transform.TransformationSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules that choose or order rows. */
public abstract class RowRulesContract extends EngineContract {

  /** The three smallest of md5('42|1') to md5('42|10'). */
  private static final String SAMPLE_OF_THREE =
      """
      n integer
      4
      2
      5\
      """;

  private static final TransformationSource ROWS =
      table(
          "rows",
          """
          k string | n integer | x float
          b | 2 | nan
          a | NULL | 1.5
          NULL | 1 | -0.0
          a | 3 | 0.0
          '' | 2 | inf
          B | 2 | NULL
          a | 3 | 0.0
          """);

  @Test
  void filterKeepsRowsForWhichTheConditionIsTrue() {
    expect(
        ROWS,
        new FilterRows(Formula.parse("n <> 2")),
        """
        k string | n integer | x float
        NULL | 1 | 0.0
        a | 3 | 0.0
        a | 3 | 0.0\
        """);
    expect(
        ROWS,
        new FilterRows(Formula.parse("not (n = 3) or k = :word")),
        """
        k string | n integer | x float
        b | 2 | nan
        NULL | 1 | 0.0
        '' | 2 | inf
        B | 2 | NULL\
        """);
    expect(
        ROWS,
        new FilterRows(Formula.parse("x > 1000 and x = x")),
        """
        k string | n integer | x float
        b | 2 | nan
        '' | 2 | inf\
        """);
  }

  @Test
  void distinctTakesNullAndBothZerosForEqual() {
    expect(
        table(
            "rows",
            """
            k string | x float
            a | 0.0
            a | -0.0
            NULL | nan
            NULL | nan
            '' | NULL
            A | 0.0\
            """),
        new DistinctRows(List.of(), List.of(), false),
        """
        k string | x float
        a | 0.0
        NULL | nan
        '' | NULL
        A | 0.0\
        """);
  }

  @Test
  void distinctKeepsTheFirstOrTheLastOfAGroup() {
    expect(
        ROWS,
        new DistinctRows(List.of("k"), TestOrder.by("n"), false),
        """
        k string | n integer | x float
        NULL | 1 | 0.0
        '' | 2 | inf
        B | 2 | NULL
        a | 3 | 0.0
        b | 2 | nan\
        """);
    expect(
        ROWS,
        new DistinctRows(List.of("k"), TestOrder.by("n"), true),
        """
        k string | n integer | x float
        NULL | 1 | 0.0
        '' | 2 | inf
        B | 2 | NULL
        a | NULL | 1.5
        b | 2 | nan\
        """);
    expect(
        ROWS,
        new DistinctRows(List.of("n"), List.of(), false),
        """
        k string | n integer | x float
        NULL | 1 | 0.0
        '' | 2 | inf
        a | 3 | 0.0
        a | NULL | 1.5\
        """);
  }

  @Test
  void sortPutsNullLastBothWaysAndComparesCodePoints() {
    expectInOrder(
        List.of(ROWS),
        List.of(new SortRows(TestOrder.by("k"))),
        """
        k string | n integer | x float
        '' | 2 | inf
        B | 2 | NULL
        a | 3 | 0.0
        a | 3 | 0.0
        a | NULL | 1.5
        b | 2 | nan
        NULL | 1 | 0.0\
        """);
    expectInOrder(
        List.of(ROWS),
        List.of(new SortRows(TestOrder.descending("k"))),
        """
        k string | n integer | x float
        b | 2 | nan
        a | 3 | 0.0
        a | 3 | 0.0
        a | NULL | 1.5
        B | 2 | NULL
        '' | 2 | inf
        NULL | 1 | 0.0\
        """);
  }

  @Test
  void sortPutsNullFirstWhereAsked() {
    expectInOrder(
        List.of(ROWS),
        List.of(new SortRows(List.of(TestOrder.term("x", true, true)))),
        """
        k string | n integer | x float
        B | 2 | NULL
        b | 2 | nan
        '' | 2 | inf
        a | NULL | 1.5
        a | 3 | 0.0
        a | 3 | 0.0
        NULL | 1 | 0.0\
        """);
  }

  @Test
  void anOrderStaysThroughRowWiseSteps() {
    expectInOrder(
        List.of(ROWS),
        List.of(
            new SortRows(TestOrder.descending("coalesce(n, 0) * 10")),
            new FilterRows(Formula.parse("k is not null")),
            new DeriveColumns(Map.of("n", Formula.parse("n + 1"))),
            new RenameColumns(Map.of("n", "k", "k", "n")),
            new LimitRows(3, 1),
            SelectColumns.Keep.names(List.of("k"))),
        """
        k integer
        4
        3
        3\
        """);
  }

  @Test
  void limitWithoutOrderTakesTheOrderOfAllColumns() {
    expect(
        ROWS,
        new LimitRows(2, 0),
        """
        k string | n integer | x float
        '' | 2 | inf
        B | 2 | NULL\
        """);
    expect(
        ROWS,
        new LimitRows(2, 5),
        """
        k string | n integer | x float
        b | 2 | nan
        NULL | 1 | 0.0\
        """);
    expect(ROWS, new LimitRows(0, 0), "k string | n integer | x float");
    expect(ROWS, new LimitRows(9, 99), "k string | n integer | x float");
  }

  @Test
  void sampleKeepsTheSameRowsEachTime() {
    TransformationSource numbers =
        table(
            "numbers",
            """
            n integer
            1
            2
            3
            4
            5
            6
            7
            8
            9
            10\
            """);
    expect(numbers, new SampleRows(new SampleRows.Rows(3), 42), SAMPLE_OF_THREE);
    expect(numbers, new SampleRows(new SampleRows.Fraction(0.3), 42), SAMPLE_OF_THREE);
    expect(numbers, new SampleRows(new SampleRows.Fraction(0), 42), "n integer");
    assertThat(
            page(Query.of(List.of(numbers), List.of(new SampleRows(new SampleRows.Fraction(1), 1))))
                .rows())
        .hasSize(10);
  }
}
