package io.qarion.testkit;

import io.qarion.core.expression.Formula;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.JoinRows.How;
import io.qarion.core.transform.JoinRows.JoinMatch;
import io.qarion.core.transform.JoinRows.OnCondition;
import io.qarion.core.transform.JoinRows.OnPairs;
import io.qarion.core.transform.JoinRows.Pair;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.UnionRows;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules that bring in another source. */
public abstract class CombineRulesContract extends EngineContract {

  private static final List<TransformationSource> UNITED =
      List.of(
          table(
              "a",
              """
              k integer | v string
              1 | x
              1 | x
              NULL | NULL\
              """),
          table(
              "b",
              """
              v string | k decimal(3,1) | w date
              x | 1.0 | NULL
              y | 2.5 | 2026-01-31\
              """),
          table(
              "c",
              """
              k string
              z\
              """));

  private static final TransformationSource ORDERS =
      table(
          "orders",
          """
          id integer | customer string | amount integer
          1 | a | 10
          2 | b | 20
          3 | NULL | 30
          4 | x | 40
          5 | a | 50\
          """);

  private static final TransformationSource CUSTOMERS =
      table(
          "customers",
          """
          customer string | id integer | city string
          a | 100 | Köln
          b | 200 | NULL
          b | 201 | Bonn
          NULL | 300 | Ulm
          z | 400 | ''\
          """);

  private static final JoinMatch SAME_CUSTOMER =
      new OnPairs(List.of(new Pair("customer", "customer")));

  private static final String COLUMNS =
      """
      id integer | customer string | amount integer | id_right integer | city string
      """;

  private void expectJoin(How how, JoinMatch match, String expected) {
    expect(
        List.of(ORDERS, CUSTOMERS),
        List.of(new JoinRows("customers", how, match, "_right")),
        expected);
  }

  @Test
  void nullMatchesNothing() {
    expectJoin(
        How.INNER,
        SAME_CUSTOMER,
        COLUMNS
            + """
            1 | a | 10 | 100 | Köln
            2 | b | 20 | 200 | NULL
            2 | b | 20 | 201 | Bonn
            5 | a | 50 | 100 | Köln\
            """);
  }

  @Test
  void outerJoinsKeepRowsWithoutPartner() {
    String inner =
        """
        1 | a | 10 | 100 | Köln
        2 | b | 20 | 200 | NULL
        2 | b | 20 | 201 | Bonn
        5 | a | 50 | 100 | Köln
        """;
    String left =
        """
        3 | NULL | 30 | NULL | NULL
        4 | x | 40 | NULL | NULL
        """;
    String right =
        """
        NULL | NULL | NULL | 300 | Ulm
        NULL | z | NULL | 400 | ''
        """;
    expectJoin(How.LEFT, SAME_CUSTOMER, COLUMNS + inner + left);
    expectJoin(How.RIGHT, SAME_CUSTOMER, COLUMNS + inner + right);
    expectJoin(How.FULL, SAME_CUSTOMER, COLUMNS + inner + left + right);
  }

  @Test
  void semiAndAntiKeepEachRowOnce() {
    expectJoin(
        How.SEMI,
        SAME_CUSTOMER,
        """
        id integer | customer string | amount integer
        1 | a | 10
        2 | b | 20
        5 | a | 50\
        """);
    expectJoin(
        How.ANTI,
        SAME_CUSTOMER,
        """
        id integer | customer string | amount integer
        3 | NULL | 30
        4 | x | 40\
        """);
  }

  @Test
  void aConditionNamesTheOtherSource() {
    String columns =
        """
        id integer | customer string | amount integer | customer_right string | id_right integer | city string
        """;
    expectJoin(
        How.INNER,
        new OnCondition(Formula.parse("customers.id = amount * 10 and amount > :limit - 20")),
        columns
            + """
            1 | a | 10 | a | 100 | Köln
            2 | b | 20 | b | 200 | NULL
            3 | NULL | 30 | NULL | 300 | Ulm
            4 | x | 40 | z | 400 | ''\
            """);
    expectJoin(
        How.ANTI,
        new OnCondition(Formula.parse("city is not null and customers.customer = 'a'")),
        "id integer | customer string | amount integer");
  }

  @Test
  void nullMatchesNullWhereTheConditionSaysSo() {
    expectJoin(
        How.SEMI,
        new OnPairs(List.of(new Pair("id", "id"))),
        "id integer | customer string | amount integer");
    expect(
        List.of(
            table(
                "a",
                """
                k integer
                1
                NULL\
                """),
            table(
                "b",
                """
                v integer
                1
                NULL\
                """)),
        List.of(
            new JoinRows(
                "b",
                How.INNER,
                new OnCondition(Formula.parse("k is not distinct from b.v")),
                "_right")),
        """
        k integer | v integer
        1 | 1
        NULL | NULL\
        """);
  }

  @Test
  void everyRowMeetsEveryRow() {
    expect(
        List.of(
            table(
                "a",
                """
                k integer
                1
                2\
                """),
            table(
                "b",
                """
                k string
                x
                NULL\
                """)),
        List.of(new JoinRows("b", How.CROSS, new JoinRows.Always(), "_b")),
        """
        k integer | k_b string
        1 | x
        1 | NULL
        2 | x
        2 | NULL\
        """);
  }

  @Test
  void keysOfTwoTypesMeet() {
    expect(
        List.of(
            table(
                "a",
                """
                k integer
                1
                2\
                """),
            table(
                "b",
                """
                k decimal(4,1) | v string
                1.0 | one
                3.0 | three\
                """)),
        List.of(new JoinRows("b", How.FULL, new OnPairs(List.of(new Pair("k", "k"))), "_b")),
        """
        k integer | v string
        1 | one
        2 | NULL
        3 | three\
        """);
  }

  @Test
  void unionMatchesByNameOrPosition() {
    expect(
        UNITED,
        List.of(new UnionRows(List.of("b"), true, false)),
        """
        k decimal(20,1) | v string | w date
        1.0 | x | NULL
        1.0 | x | NULL
        NULL | NULL | NULL
        1.0 | x | NULL
        2.5 | y | 2026-01-31\
        """);
    expect(
        UNITED,
        List.of(new UnionRows(List.of("b"), true, true)),
        """
        k decimal(20,1) | v string | w date
        1.0 | x | NULL
        NULL | NULL | NULL
        2.5 | y | 2026-01-31\
        """);
  }

  @Test
  void unionMatchesByPosition() {
    expect(
        List.of(
            table(
                "a",
                """
                k integer | v string
                1 | x\
                """),
            table(
                "b",
                """
                p float | q string
                2.5 | y\
                """),
            table(
                "c",
                """
                r integer | s string
                3 | z\
                """)),
        List.of(new UnionRows(List.of("b", "c"), false, false)),
        """
        k float | v string
        1 | x
        2.5 | y
        3 | z\
        """);
  }
}
