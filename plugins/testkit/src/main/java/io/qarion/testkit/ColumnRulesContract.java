package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.Formula;
import io.qarion.core.transform.CastColumns;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.FillMissing;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RenameColumns;
import io.qarion.core.transform.ReplaceText;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.SplitColumn;
import io.qarion.core.transform.TransformationSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules that change columns and keep every row. */
public abstract class ColumnRulesContract extends EngineContract {

  private static final TransformationSource DAYS =
      table(
          "days",
          """
          g string | day integer | value integer
          a | 1 | NULL
          a | 2 | 20
          a | 3 | NULL
          a | 4 | 40
          a | 5 | NULL
          b | 3 | NULL
          b | 4 | 9
          """);

  private static final TransformationSource PEOPLE =
      table(
          "people",
          """
          id integer | name string | city string | score decimal(6,2)
          1 | Zoë | Köln | 1.50
          2 | NULL | '' | NULL
          3 | Ann | NULL | 3.00
          3 | Ann | NULL | 3.00
          """);

  @Test
  void selectKeepsColumnsInTheGivenOrderUnderNewNames() {
    expect(
        PEOPLE,
        new SelectColumns.Keep(
            List.of(
                new SelectColumns.Choice("city", Optional.of("town")),
                new SelectColumns.Choice("id", Optional.empty()))),
        """
        town string | id integer
        Köln | 1
        '' | 2
        NULL | 3
        NULL | 3
        """);
  }

  @Test
  void selectLeavesOutColumns() {
    expect(
        PEOPLE,
        new SelectColumns.Exclude(List.of("name", "score")),
        """
        id integer | city string
        1 | Köln
        2 | ''
        3 | NULL
        3 | NULL
        """);
  }

  @Test
  void renameCanSwapNames() {
    expect(
        PEOPLE,
        new RenameColumns(Map.of("name", "city", "city", "name")),
        """
        id integer | city string | name string | score decimal(6,2)
        1 | Zoë | Köln | 1.50
        2 | NULL | '' | NULL
        3 | Ann | NULL | 3.00
        3 | Ann | NULL | 3.00
        """);
  }

  @Test
  void deriveSeesTheColumnsBefore() {
    Map<String, Formula> columns = new LinkedHashMap<>();
    columns.put("id", Formula.parse("id * 10"));
    columns.put("next", Formula.parse("id + 1"));
    columns.put("label", Formula.parse("coalesce(name, '?') || ' ' || next"));
    columns.put("next", Formula.parse("id + 2"));
    columns.put("none", Formula.parse("null"));
    columns.put("limit", Formula.parse(":limit"));
    expect(
        PEOPLE,
        new DeriveColumns(columns),
        """
        id integer | name string | city string | score decimal(6,2) | next integer | label string | none string | limit integer
        10 | Zoë | Köln | 1.50 | 12 | Zoë 12 | NULL | 20
        20 | NULL | '' | NULL | 22 | ? 22 | NULL | 20
        30 | Ann | NULL | 3.00 | 32 | Ann 32 | NULL | 20
        30 | Ann | NULL | 3.00 | 32 | Ann 32 | NULL | 20
        """);
  }

  @Test
  void castChangesTypesAndGivesNullWhereAsked() {
    TransformationSource texts =
        table(
            "texts",
            """
            a string | b float | c string
            12 | 2.5 | 2026-01-31
            12.7 | -2.5 | 31.01.2026
            NULL | NULL | NULL
            """);
    Map<String, io.qarion.core.dataset.DataType> types = new LinkedHashMap<>();
    types.put("c", PlainType.DATE);
    types.put("a", PlainType.INTEGER);
    types.put("b", new DecimalType(4, 0));
    expect(
        texts,
        new CastColumns(types, true),
        """
        a integer | b decimal(4,0) | c date
        12 | 3 | 2026-01-31
        NULL | -3 | NULL
        NULL | NULL | NULL
        """);
    assertThat(failure(Query.of(List.of(texts), List.of(new CastColumns(types, false)))).problems())
        .isNotEmpty();
  }

  @Test
  void fillTakesAValueWhereThereIsNone() {
    expect(
        PEOPLE,
        new FillMissing(List.of("name", "city"), new FillMissing.WithValue(Formula.parse(":word"))),
        """
        id integer | name string | city string | score decimal(6,2)
        1 | Zoë | Köln | 1.50
        2 | it's | '' | NULL
        3 | Ann | it's | 3.00
        3 | Ann | it's | 3.00
        """);
    expect(
        PEOPLE,
        new FillMissing(
            List.of("score"), new FillMissing.WithValue(Formula.parse("cast(2.345 as float)"))),
        """
        id integer | name string | city string | score decimal(6,2)
        1 | Zoë | Köln | 1.50
        2 | NULL | '' | 2.35
        3 | Ann | NULL | 3.00
        3 | Ann | NULL | 3.00
        """);
  }

  @Test
  void fillTakesTheNearestValueOfItsGroup() {
    expect(
        DAYS,
        new FillMissing(
            List.of("value"),
            new FillMissing.FromNeighbour(false, TestOrder.by("day"), List.of("g"))),
        """
        g string | day integer | value integer
        a | 1 | NULL
        a | 2 | 20
        a | 3 | 20
        a | 4 | 40
        a | 5 | 40
        b | 3 | NULL
        b | 4 | 9
        """);
  }

  @Test
  void fillTakesTheNearestValueAfterwards() {
    expect(
        DAYS,
        new FillMissing(
            List.of("value"),
            new FillMissing.FromNeighbour(true, TestOrder.by("day"), List.of("g"))),
        """
        g string | day integer | value integer
        a | 1 | 20
        a | 2 | 20
        a | 3 | 40
        a | 4 | 40
        a | 5 | NULL
        b | 3 | 9
        b | 4 | 9
        """);
    expect(
        table(
            "few",
            """
            day integer | value integer
            1 | 5
            2 | NULL\
            """),
        new FillMissing(
            List.of("value"), new FillMissing.FromNeighbour(false, TestOrder.by("day"), List.of())),
        """
        day integer | value integer
        1 | 5
        2 | 5\
        """);
  }

  @Test
  void splitGivesNullForPartsThatAreMissing() {
    expect(
        table(
            "texts",
            """
            text string
            a;b;c
            a
            ''
            NULL
            ;x\
            """),
        new SplitColumn("text", ";", List.of("one", "two")),
        """
        text string | one string | two string
        a;b;c | a | b
        a | a | NULL
        '' | '' | NULL
        NULL | NULL | NULL
        ;x | '' | x
        """);
  }

  @Test
  void replaceTakesTextAsItIsOrAsAPattern() {
    TransformationSource texts =
        table(
            "texts",
            """
            text string
            a.b.c
            ''
            NULL
            xyz\
            """);
    expect(
        texts,
        new ReplaceText("text", ".", "'", false),
        """
        text string
        a'b'c
        ''
        NULL
        xyz\
        """);
    expect(
        texts,
        new ReplaceText("text", "([ab])[.]", "<\\1>", true),
        """
        text string
        <a><b>c
        ''
        NULL
        xyz\
        """);
  }
}
