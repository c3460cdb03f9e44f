package io.qarion.core.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnRenamingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a + b /* a */ = 'a'       | x + b /* a */ = 'a'            | x
          sum(a)  over (order by a) | sum("x y")  over (order by "x y") | x y
          "a" = :a                  | x = :a                         | x
          o.a + tasks."l".a         | o."and" + tasks."l"."and"      | and
          A + b                     | A + b                          | x
          a                         | "q""q"                         | q"q
          a +                       | x +                            | x
          """)
  void changesTheNamesInTheTextAndNothingElse(String text, String renamed, String name) {
    Formula formula = Formula.parse(text);
    ColumnRenaming renaming = ColumnRenaming.of("a", name);
    assertThat(renaming.inText(formula)).isEqualTo(renamed);
    assertThat(Shown.of(renaming.inTree(formula.tree()))).isEqualTo(Shown.tree(renamed));
  }

  @Test
  void renamesInEveryKindOfNode() {
    String text =
        "case a when -a then a in (a, 1) else cast(a as string) like 'x' end is null"
            + " or a between a and a or a is distinct from null"
            + " or sum(a) filter (where a > 0) over (partition by a order by a) > interval '1' day";
    Formula formula = Formula.parse(text);
    ColumnRenaming renaming = ColumnRenaming.of("a", "b");
    assertThat(formula.problems()).isEmpty();
    assertThat(ExpressionTree.columns(renaming.inTree(formula.tree())))
        .hasSize(13)
        .allMatch(column -> column.name().equals("b"));
    assertThat(Shown.of(renaming.inTree(formula.tree())))
        .isEqualTo(Shown.tree(renaming.inText(formula)));
  }

  @Test
  void canChangeTheQualifier() {
    var renaming =
        new ColumnRenaming(column ->
            new Expression.ColumnReference(
                java.util.Optional.of("my orders"), column.name(), column.span()));
    assertThat(renaming.inText(Formula.parse("a + b")))
        .isEqualTo("\"my orders\".a + \"my orders\".b");
  }

  @Test
  void listsTheVariablesOnce() {
    assertThat(ExpressionTree.parameters(Formula.parse(":b + :a + :b").tree()))
        .containsExactly("b", "a");
  }
}
