package io.qarion.core.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a + b * c                     | (+ a (* b c))
          a - b - c                     | (- (- a b) c)
          (a + b) * c                   | (* (+ a b) c)
          -a * b                        | (* (MINUS a) b)
          - - a                         | (MINUS (MINUS a))
          +a                            | a
          a = b or c and not d < e      | (OR (= a b) (AND c (NOT (< d e))))
          a != b                        | (<> a b)
          a <= b and c >= d             | (AND (<= a b) (>= c d))
          a % 2 = 0                     | (= (% a 2:integer) 0:integer)
          a between 1 and 2 and b       | (AND (between a 1:integer 2:integer) b)
          a not between b and c         | (not between a b c)
          a in (1, 2) or b not in ('x') | (OR (in a 1:integer 2:integer) (not in b x:string))
          a like 'x%'                   | (like a x%:string)
          a is null and b is not null   | (AND (isnull a) (not isnull b))
          a is distinct from b          | (distinct a b)
          a is not distinct from b      | (not distinct a b)
          a is true                     | (not distinct a true:boolean)
          a is not false                | (distinct a false:boolean)
          a + 1 is null                 | (isnull (+ a 1:integer))
          case when a then b else c end | (case a b c)
          CASE x WHEN 1 THEN 2 END      | (case x 1:integer 2:integer)
          cast(a as decimal(12, 2))     | (cast decimal(12,2) a)
          TRY_CAST(a AS Integer)        | (try_cast integer a)
          count(*)                      | (count)
          COUNT(DISTINCT a)             | (count distinct a)
          sum(a) filter (where b > 0)   | (sum filter a (> b 0:integer))
          lag(a, 1) over ()             | (lag over a 1:integer)
          :limit + 1                    | (+ :limit 1:integer)
          orders.amount                 | orders!amount
          tasks.load.rows               | tasks.load!rows
          größe + café                  | (+ größe café)
          interval '1' month            | 1 month
          interval '-2' Days            | -2 day
          date                          | date
          left(a, 1)                    | (left a 1:integer)
          a -- sum of all               | a
          a /* b */ + c                 | (+ a c)
          """)
  void readsByPrecedence(String text, String tree) {
    assertThat(Shown.tree(text)).isEqualTo(tree);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          12                                | 12:integer
          -9223372036854775808              | -9223372036854775808:integer
          1.50                              | 1.50:decimal(3,2)
          .5                                | 0.5:decimal(1,1)
          0.0                               | 0.0:decimal(1,1)
          00012.5                           | 12.5:decimal(3,1)
          1e3                               | 1000.0:float
          2.5E-1                            | 0.25:float
          'it''s'                           | it's:string
          ''                                | :string
          TRUE                              | true:boolean
          null                              | null
          date '2026-01-31'                 | 2026-01-31:date
          time '23:59:59.5'                 | 23:59:59.500:time
          timestamp '2026-01-31 10:00'      | 2026-01-31T10:00:timestamp
          timestamp '2026-01-31T10:00:01.1' | 2026-01-31T10:00:01.100:timestamp
          timestamp '2026-01-31'            | 2026-01-31T00:00:timestamp
          """)
  void readsLiterals(String text, String shown) {
    assertThat(Shown.tree(text)).isEqualTo(shown);
    assertThat(Formula.parse(text).problems()).isEmpty();
  }

  @Test
  void joinsTextsAfterAdding() {
    assertThat(Shown.tree("a || b + c")).isEqualTo("(|| a (+ b c))");
    assertThat(Shown.tree("a not ilike b || '%'")).isEqualTo("(not ilike a (|| b %:string))");
  }

  @Test
  void readsNamesInQuotes() {
    assertThat(Shown.tree("\"total \"\"net\"\"\" + \"and\"")).isEqualTo("(+ total \"net\" and)");
  }

  @Test
  void readsAWholeWindow() {
    assertThat(
            Shown.tree(
                "sum(a) over (partition by b, c order by d desc nulls first, e asc nulls last"
                    + " rows between 2 preceding and unbounded following)"))
        .isEqualTo("(sum over desc nf asc ROWS PRECEDING 2 UNBOUNDED_FOLLOWING a b c d e)");
    assertThat(Shown.tree("max(a) over (order by b range unbounded preceding)"))
        .isEqualTo("(max over asc RANGE UNBOUNDED_PRECEDING CURRENT_ROW a b)");
  }

  @Test
  void spansAreOffsetsInTheText() {
    var sum = (Expression.Binary) Formula.parse("  (a + bb) * 'x'  ").tree();
    assertThat(sum.span()).isEqualTo(new Span(2, 16));
    assertThat(sum.left().span()).isEqualTo(new Span(3, 9));
    assertThat(sum.right().span()).isEqualTo(new Span(13, 16));
    assertThat(ExpressionTree.columns(sum).getLast().span()).isEqualTo(new Span(7, 9));
    assertThat(Formula.parse("'\uD83D\uDE00' = x").tree().span()).isEqualTo(new Span(0, 8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a == 1          | 2..4   | Equality is one sign.                                 | Write = instead of ==.
          a && b          | 2..4   | This is a word here.                                  | Write AND instead of &&.
          a ^ 2           | 2..3   | There is no sign for powers.                          | Write power(a, b).
          a;              | 1..2   | An expression needs no semicolon.                     | Remove it.
          `a = ‘x’`       | 4..7   | These quotes mean nothing here.                       | Text is written in single quotes: 'x'.
          `[a b] + 1`     | 0..5   | These quotes mean nothing here.                       | Names are written in double quotes: "a b".
          a + {{ n }}     | 4..11  | Braces stand for variables in paths only.             | Write :n.
          a + :           | 4..5   | A variable needs a name.                              | Write :name.
          a + #           | 4..5   | The sign # means nothing here.                        | Remove it.
          2nd             | 0..3   | A name cannot begin with a digit.                     | Write "2nd".
          'open           | 0..1   | The text that begins here does not end.               | Write ' where it ends.
          "open           | 0..1   | The name that begins here does not end.               | Write " where it ends.
          ""              | 0..2   | A name cannot be empty.                               | Text is written in single quotes: ''.
          a /* b          | 2..4   | The comment that begins here does not end.            | Write */ after it.
          a +             | 3..3   | A value is missing at the end.                        | Write a column, a value or a function.
          (a + ) * 2      | 5..6   | A value is missing before ).                          | Write a column, a value or a function.
          (a + b          | 6..6   | ) is missing before the end.                          | Write it.
          a b             | 2..3   | Something is missing before b.                        | Write an operator such as + or AND.
          a )             | 2..3   | ) cannot stand here.                                  | Remove it.
          (a, b)          | 2..3   | A list can stand after IN only.                       | Remove the comma.
          (select max(a)) | 1..7   | An expression cannot hold a query.                    | Join the other dataset first, then use its column.
          1 < a < 3       | 6..7   | Comparisons cannot be chained.                        | Join two comparisons with AND, or put one of them in parentheses.
          a = not b       | 4..7   | NOT binds weaker than this.                           | Write (NOT ..) in parentheses.
          a::text         | 1..3   | This is not how a type is changed.                    | Write cast(x as string).
          cast(a as int)  | 10..13 | There is no type int.                                 | Write integer.
          cast(a as date(3)) | 10..17 | Only a decimal has a number of digits.             | Write date.
          cast(a)         | 6..7   | AS is missing before ).                               | Write it.
          a is 3          | 5..6   | IS is followed by NULL, TRUE, FALSE or DISTINCT FROM. | Write = to compare.
          a in ()         | 6..7   | The list of IN is empty.                              | Write at least one value.
          a in 3          | 5..6   | IN needs a list in parentheses.                       | Write IN ('a', 'b').
          a like 'x' escape '!' | 11..17 | LIKE has no escape character here.              | Use contains, starts_with or regexp_matches.
          case a end      | 7..10  | CASE needs a WHEN.                                    | Write CASE WHEN .. THEN .. ELSE .. END.
          case when a 1 end | 12..13 | THEN is missing before 1.                           | Write it.
          date '2026-02-30' | 5..17 | '2026-02-30' is no date.                             | Write it like date '2026-01-31'.
          time '25:00'    | 5..12  | '25:00' is no time.                                   | Write it like time '23:59:59'.
          timestamp 'now' | 10..15 | 'now' is no timestamp.                                | Write it like timestamp '2026-01-31 23:59:59'.
          interval 1 day  | 0..14  | An interval is a whole number in quotes and one unit. | Write interval '1' day.
          interval '2 days' | 0..17 | An interval is a whole number in quotes and one unit. | Write interval '2' day.
          9223372036854775808 | 0..19 | This number is too large for an integer.           | Write 9223372036854775808.0.
          1e999           | 0..5   | This number is too large for a float.                 | Write less.
          sum(*)          | 4..5   | Only count takes a star.                              | Write a column.
          sum(a b)        | 6..7   | A comma or ) is missing before b.                     | Write it.
          sum(a) over w   | 12..13 | A window stands in parentheses.                       | Write over (partition by .. order by ..).
          o.              | 2..2   | A column is missing after the point.                  | Write its name.
          """)
  void saysWhatIsWrongAndHowToMendIt(String text, String span, String message, String fix) {
    SyntaxProblem problem = Formula.parse(text).problems().getFirst();
    assertThat(problem.span().start() + ".." + problem.span().end()).isEqualTo(span);
    assertThat(problem.message()).isEqualTo(message);
    assertThat(problem.fix()).isEqualTo(fix);
  }

  @Test
  void reportsSeveralProblemsInTheOrderOfTheText() {
    Formula formula = Formula.parse("a == 1 and (b + ) and cast(c as foo) and 'x");
    assertThat(formula.problems())
        .extracting(problem -> problem.span().start())
        .containsExactly(2, 16, 32, 41);
    assertThat(Shown.of(formula.tree())).startsWith("(AND (AND (AND (= a 1:integer) (+ b ?)) ?)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sum(a) over (order by b range between 2 preceding and current row)",
        "sum(a) over (rows between current row and 1 preceding)",
        "sum(a) over (rows between x preceding and 1 following)",
        "sum(a) over (rows between unbounded following and unbounded following)",
        "sum(a) over (order by a limit 3)",
        "sum(a) over (order by a nulls)",
        "sum(a) filter (b)",
        "cast(a as)",
        "cast(a as 'x')",
        "cast(a as decimal(99,1))",
        "interval 'x' day",
        "case when then end",
        "and",
        "date '0000-01-01'",
        "123456789012345678901234567890.1234567890"
      })
  void refusesWithoutFailing(String text) {
    assertThat(Formula.parse(text).problems()).hasSizeGreaterThanOrEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(", "-", "not ", "a + ", "f(", "case when ", "a and ", "1 in (", "cast("})
  void saysThatATextIsTooDeepInsteadOfFailing(String part) {
    Formula formula = Formula.parse(part.repeat(100_000) + "b");
    assertThat(formula.problems()).isNotEmpty();
    assertThat(formula.problems().size()).isLessThan(5);
    ExpressionTree.walk(formula.tree(), _ -> {});
  }

  @Test
  void allowsFiveHundredLevels() {
    assertThat(Formula.parse("(".repeat(499) + "a" + ")".repeat(499)).problems()).isEmpty();
    assertThat(Formula.parse("a" + " + a".repeat(499)).problems()).isEmpty();
    assertThat(Formula.parse("a" + " + a".repeat(500)).problems())
        .extracting(SyntaxProblem::message)
        .containsExactly("This expression is more than 500 levels deep.");
  }

  @Test
  void readsAListOfOrderKeys() {
    var read = ExpressionParser.parseOrderTerms("amount desc nulls first, lower(name), id asc");
    assertThat(read.problems()).isEmpty();
    assertThat(read.terms())
        .extracting(
            term -> Shown.of(term.expression()), OrderTerm::descending, OrderTerm::nullsFirst)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("amount", true, true),
            org.assertj.core.groups.Tuple.tuple("(lower name)", false, false),
            org.assertj.core.groups.Tuple.tuple("id", false, false));
    assertThat(ExpressionParser.parseOrderTerms("  ").terms()).isEmpty();
    assertThat(ExpressionParser.parseOrderTerms("a ascending").problems()).hasSize(1);
    assertThat(ExpressionParser.parseOrderTerms("a,").problems()).hasSize(1);
    assertThat(ExpressionParser.parseOrderTerms("a" + "+a".repeat(1000)).problems()).hasSize(1);
  }

  @Test
  void anEmptyTextIsAProblem() {
    assertThat(Formula.parse(" /* nothing */ ").problems())
        .extracting(SyntaxProblem::message)
        .containsExactly("The expression is empty.");
  }

  @Test
  void formulasAreEqualByText() {
    assertThat(Formula.parse("a + 1")).isEqualTo(Formula.parse("a + 1"));
    assertThat(Formula.parse("a + 1")).hasSameHashCodeAs(Formula.parse("a + 1"));
    assertThat(Formula.parse("a + 1")).isNotEqualTo(Formula.parse("a+1"));
  }
}
