package io.qarion.core.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.Span;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExpressionFuzzTest {

  private static final List<String> SEEDS =
      Stream.concat(
              FunctionCatalog.standard().functions().stream().map(FunctionDefinition::example),
              Stream.of(
                  "case when a = 1 then 'x' else \"b c\" end is not distinct from o.d",
                  "a not between -1 and 2.5e3 or b in (date '2026-01-31', null) and not c",
                  "sum(n) filter (where b) over (partition by g order by n desc nulls first"
                      + " rows between 1 preceding and unbounded following) /* x */ -- y",
                  "try_cast(:v as decimal(10,2)) % 3 || s ilike '%''_' and t + interval '1' day >"
                      + " t"))
          .toList();

  private static final List<String> PIECES =
      List.of(
          "(",
          ")",
          ",",
          "'",
          "\"",
          "and",
          " not ",
          "case ",
          " end",
          "over (",
          "::",
          ":",
          ".",
          "1",
          "e9",
          "--",
          "/*",
          "*/",
          "=",
          "<",
          "|",
          "\uD83D",
          "\uDE00",
          "é",
          "[",
          "`",
          "{{",
          "}}",
          ";",
          "interval ",
          "cast(",
          " as ",
          "date ",
          "\u0000",
          "\n",
          "is ",
          "in ",
          "between ",
          "+",
          "-");

  @Test
  void noTextMakesItFailAndEveryPlaceIsInsideTheText() {
    var random = new Random(20260131);
    Scope scope =
        Scope.of(FunctionCatalog.exampleRows().schema()).withWindows().withGroups(Set.of("g"));
    for (int i = 0; i < 40_000; i++) {
      check(mutated(random), scope);
    }
  }

  private static String mutated(Random random) {
    var text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
    for (int changes = random.nextInt(6); changes >= 0; changes--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(5)));
        case 2 -> text.insert(at, SEEDS.get(random.nextInt(SEEDS.size())));
        default ->
            text.replace(at, Math.min(text.length(), at + 1), "" + (char) random.nextInt(300));
      }
    }
    return text.toString();
  }

  private static void check(String text, Scope scope) {
    Formula formula = Formula.parse(text);
    Typing typing = ExpressionTyper.type(formula, scope);
    for (SyntaxProblem problem : formula.problems()) {
      assertInside(problem.span(), text);
    }
    for (TypeProblem problem : typing.problems()) {
      assertInside(problem.span(), text);
    }
    checkParts(formula.tree(), text);
    ColumnRenaming.of("n", "new name").inText(formula);
    for (OrderTerm term : ExpressionParser.parseOrderTerms(text).terms()) {
      checkParts(term.expression(), text);
    }
  }

  private static void checkParts(Expression tree, String text) {
    assertInside(tree.span(), text);
    for (Expression part : ExpressionTree.children(tree)) {
      if (part.span().start() < tree.span().start() || part.span().end() > tree.span().end()) {
        throw new AssertionError(part + " lies outside of " + tree + " in: " + text);
      }
      checkParts(part, text);
    }
  }

  private static void assertInside(Span span, String text) {
    if (span.end() > text.length()) {
      assertThat(span.end()).describedAs(text).isLessThanOrEqualTo(text.length());
    }
  }
}
