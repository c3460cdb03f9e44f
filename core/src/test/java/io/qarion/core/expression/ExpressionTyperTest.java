package io.qarion.core.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTyperTest {

  private static final Schema ORDERS =
      Schema.of(
          Column.of("id", PlainType.INTEGER),
          Column.of("amount", new DecimalType(12, 2)),
          Column.of("big", new DecimalType(38, 2)),
          Column.of("rate", PlainType.FLOAT),
          Column.of("status", PlainType.STRING),
          Column.of("paid", PlainType.BOOLEAN),
          Column.of("day", PlainType.DATE),
          Column.of("at", PlainType.TIMESTAMP),
          Column.of("clock", PlainType.TIME),
          Column.of("doc", PlainType.JSON),
          Column.of("raw", PlainType.BINARY));

  private static final Scope ROWS =
      Scope.of(ORDERS).withParameters(Map.of("minimum", ValueType.of(PlainType.INTEGER)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          5 / 2                          ~ float
          amount / 2                     ~ float
          id + 1                         ~ integer
          id + :minimum                  ~ integer
          id * rate                      ~ float
          0.1 + 0.2                      ~ decimal(2,1)
          amount + 1                     ~ decimal(13,2)
          amount - amount                ~ decimal(13,2)
          amount + id                    ~ decimal(22,2)
          amount * 2                     ~ decimal(13,2)
          amount * amount                ~ decimal(24,4)
          amount * rate                  ~ float
          amount % 10                    ~ decimal(12,2)
          id % 2                         ~ integer
          -amount                        ~ decimal(12,2)
          id + null                      ~ integer
          null + null                    ~ null
          1 / null                       ~ float
          day - day                      ~ integer
          day + interval '1' month       ~ date
          interval '1' day + day         ~ date
          at - interval '1' hour         ~ timestamp
          day + null                     ~ unknown
          status || 'x' || id            ~ string
          status = 'x' and not paid      ~ boolean
          day < at                       ~ boolean
          id = rate or id = null         ~ boolean
          amount between 1 and rate      ~ boolean
          id in (1, 2.5, null)           ~ boolean
          status is distinct from null   ~ boolean
          status ilike 'a%'              ~ boolean
          doc is null                    ~ boolean
          case when paid then 1 end      ~ integer
          case when paid then 0 else amount end ~ decimal(12,2)
          case id when 1 then day else at end   ~ timestamp
          case when paid then null end   ~ null
          cast(status as decimal(10,2))  ~ decimal(10,2)
          try_cast('x' as date)          ~ date
          cast(12.7 as integer)          ~ integer
          cast(paid as integer)          ~ integer
          cast(id as boolean)            ~ boolean
          cast(doc as string)            ~ string
          cast(at as time)               ~ time
          cast(null as date)             ~ date
          coalesce(amount, 0)            ~ decimal(12,2)
          coalesce(null, 'a')            ~ string
          coalesce(id, rate)             ~ float
          greatest(day, at)              ~ timestamp
          nullif(amount, 0)              ~ decimal(12,2)
          if(paid, 1, 2)                 ~ integer
          round(amount)                  ~ decimal(11,0)
          round(amount, 1)               ~ decimal(12,1)
          round(amount, 4)               ~ decimal(12,2)
          round(amount, -2)              ~ decimal(11,0)
          round(id, -1)                  ~ integer
          round(rate, 2)                 ~ float
          floor(rate)                    ~ float
          divide(amount, 3, 4)           ~ decimal(18,4)
          divide(big, 3, 4)              ~ decimal(38,4)
          sqrt(amount)                   ~ float
          date_trunc('month', day)       ~ date
          date_trunc('hour', at)         ~ timestamp
          last_day(at)                   ~ date
          hour(clock) + hour(at)         ~ integer
          concat(status, id, day, doc)   ~ string
          json_extract_text(doc, '$.a."b c"[0]') ~ string
          json_array_length('[]')        ~ integer
          """)
  void givesTheTypeThatTheFormatPromises(String text, String type) {
    Typing typing = ExpressionTyper.type(Formula.parse(text), ROWS);
    assertThat(typing.problems()).isEmpty();
    assertThat(typing.type().text()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          sum(id)                        ~ integer
          sum(amount)                    ~ decimal(18,2)
          sum(big)                       ~ decimal(38,2)
          sum(rate)                      ~ float
          avg(id)                        ~ float
          max(status) || status          ~ string
          count(*) + count(distinct id)  ~ integer
          sum(amount) filter (where paid) ~ decimal(18,2)
          string_agg(status, ',', id)    ~ string
          first(day, at)                 ~ date
          """)
  void givesTheTypesOfAggregates(String text, String type) {
    Typing typing = ExpressionTyper.type(Formula.parse(text), ROWS.withGroups(Set.of("status")));
    assertThat(typing.problems()).isEmpty();
    assertThat(typing.type().text()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          amuont + 1        ~ column.unknown      ~ There is no column amuont.                       ~ Write amount.
          Status = 'x'      ~ column.unknown      ~ There is no column Status.                       ~ Write status.
          status = "open"   ~ column.unknown      ~ There is no column open.                         ~ Text is written in single quotes: 'open'.
          xyzzy             ~ column.unknown      ~ There is no column xyzzy.                        ~ The columns are id, amount, big, rate, status, paid, day, at, ..
          o.id              ~ column.unknown      ~ There is nothing named o here.                   ~ Write id.
          id > :minimun     ~ variable.unknown    ~ There is no variable minimun.                    ~ Write :minimum.
          id > :x           ~ variable.unknown    ~ There is no variable x.                          ~ Add it to the variables of the project or the flow.
          lenght(status)    ~ function.unknown    ~ There is no function lenght.                     ~ Write length.
          frobnicate(1)     ~ function.unknown    ~ There is no function frobnicate.                 ~ The functions are listed in the help.
          length()          ~ function.arguments  ~ length does not take 0 values.                   ~ Write length(text string).
          replace('a')      ~ function.arguments  ~ replace does not take 1 value.                   ~ Write replace(text string, search string, replacement string).
          length(id)        ~ function.arguments  ~ Value 1 of length has to be a string, and this is an integer. ~ Write cast(.. as string), or see length(text string).
          sqrt(status)      ~ function.arguments  ~ Value 1 of sqrt has to be a number, and this is a string. ~ Write cast(.. as float), or see sqrt(number float).
          status = 5        ~ expression.type     ~ A string cannot be compared with an integer.     ~ Write '5' in single quotes.
          id = status       ~ expression.type     ~ An integer cannot be compared with a string.     ~ Write cast(.. as integer) around the other.
          day = '2026-01-31' ~ expression.type    ~ A date cannot be compared with a string.         ~ Write cast(.. as date) around the other.
          status in ('a', 1) ~ expression.type    ~ A string cannot be compared with an integer.     ~ Write '1' in single quotes.
          doc = 'x'         ~ expression.type     ~ A json cannot be compared with a string.         ~ Write cast(.. as string) around the other.
          id + status       ~ expression.type     ~ An integer + a string has no meaning.            ~ Texts are joined with ||; to add, write cast(.. as integer).
          id * status       ~ expression.type     ~ An integer * a string has no meaning.            ~ Write cast(.. as integer), or another type of number.
          paid + paid       ~ expression.type     ~ A boolean + a boolean has no meaning.            ~ Use numbers.
          at - at           ~ expression.type     ~ A timestamp - a timestamp has no meaning.        ~ Write date_diff('second', from, to) for the time between two timestamps.
          day + 1           ~ expression.type     ~ A date + an integer has no meaning.              ~ Write + interval '1' day, or date_add('day', n, x).
          day + interval '1' hour ~ expression.type ~ A date cannot be moved by hours.               ~ Write cast(.. as timestamp) first.
          -status           ~ expression.type     ~ A minus sign before a string has no meaning.     ~ Use a number.
          -interval '1' day + day ~ expression.type ~ A minus sign before an interval has no meaning. ~ Write the sign into the quotes: interval '-1' day.
          not id            ~ expression.type     ~ A condition has to be true or false, and this is an integer. ~ Write a comparison, such as x > 0.
          paid and status   ~ expression.type     ~ A condition has to be true or false, and this is a string. ~ Write a comparison, such as x > 0.
          raw || 'x'        ~ expression.type     ~ A binary cannot be joined to a text.             ~ Use a text, a number or a date.
          concat(raw)       ~ expression.type     ~ A binary cannot be joined to a text.             ~ Use a text, a number or a date.
          id like '1%'      ~ expression.type     ~ LIKE works on texts, and this is an integer.     ~ Write cast(.. as string).
          coalesce(id, 'x') ~ expression.type     ~ All values have to be of one type: this is a string, those before are integer. ~ Write cast(.. as integer).
          case when paid then interval '1' day end ~ expression.type ~ All values have to be of one type: this is an interval, those before are null. ~ Use a value.
          cast(day as integer) ~ expression.cast  ~ A date cannot be made an integer.                ~ Cast to string first, if its text is what you want.
          big * amount      ~ expression.precision ~ The result could need 50 digits; 38 are the limit. ~ Cast an operand to a decimal with fewer digits, such as cast(x as decimal(18,2)).
          big + 1           ~ expression.precision ~ The result could need 39 digits; 38 are the limit. ~ Cast an operand to a decimal with fewer digits, such as cast(x as decimal(18,2)).
          divide(1, 3, 19)  ~ expression.precision ~ A quotient has 0 to 18 digits after the point.  ~ Write divide(a, b, 2), for example.
          sum(id)           ~ aggregate.misplaced ~ sum needs groups of rows.                        ~ Use an aggregate step before this one.
          rank() over (order by id) ~ window.misplaced ~ A window cannot stand here.                 ~ Use a window step.
          rank()            ~ window.misplaced    ~ rank needs a window.                             ~ Write rank(..) over (order by ..).
          abs(id) over ()   ~ window.misplaced    ~ abs looks at one row, so it has no window.       ~ Remove over (..).
          abs(distinct id)  ~ aggregate.misplaced ~ abs looks at one row, so DISTINCT and FILTER do not fit. ~ Remove them.
          date_trunc(status, day) ~ argument.constant ~ The unit of date_trunc has to be a value.    ~ Write it out, without columns or :names.
          date_trunc('mont', day) ~ argument.constant ~ There is no unit 'mont'.                     ~ Write 'month'.
          date_trunc('era', day) ~ argument.constant ~ There is no unit 'era'.                       ~ Write 'year', 'quarter', 'month', 'week', 'day' or a unit of time.
          date_trunc('hour', day) ~ argument.constant ~ A date has no hours.                         ~ Write cast(.. as timestamp).
          to_date(status, 'DD.MM.YYYY') ~ argument.constant ~ This is no date format.                ~ Use yyyy MM dd HH mm ss SSS SSSSSS; put other letters in quotes.
          regexp_matches(status, '(') ~ argument.constant ~ This is no pattern: Unclosed group.      ~ Use what all engines have, see the help.
          json_extract_text(doc, 'a.b') ~ argument.constant ~ This is no path.                       ~ Write it like $.items[0].name.
          """)
  void saysWhatHasNoMeaningAndHowToMendIt(String text, String code, String message, String fix) {
    List<TypeProblem> problems = ExpressionTyper.type(Formula.parse(text), ROWS).problems();
    assertThat(problems).hasSize(1);
    TypeProblem problem = problems.getFirst();
    assertThat(problem.code() + "|" + problem.message() + "|" + problem.fix())
        .isEqualTo(code + "|" + message + "|" + fix);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          max(doc)                  ~ function.arguments  ~ Value 1 of max has to be a value with an order, and this is a json. ~ Write cast(.. as string), or see max(value ordered).
          sum(max(id))              ~ aggregate.nested    ~ max stands inside of another aggregate. ~ Aggregate twice, in two steps.
          amount + sum(amount)      ~ column.not_grouped  ~ amount has several values in a group.   ~ Write max(amount) or another aggregate, or group by it.
          sum(id) over (order by status) ~ window.misplaced ~ A window cannot stand here.           ~ Use a window step.
          percentile(id, 2)         ~ argument.constant   ~ This number has to be from 0 to 1.      ~ Write 0.5 for the middle.
          sum(id) filter (where 1)  ~ expression.type     ~ A condition has to be true or false, and this is an integer. ~ Write a comparison, such as x > 0.
          """)
  void saysWhatGroupsCannotDo(String text, String code, String message, String fix) {
    List<TypeProblem> problems =
        ExpressionTyper.type(Formula.parse(text), ROWS.withGroups(Set.of("status"))).problems();
    assertThat(problems.getFirst())
        .extracting(TypeProblem::code, TypeProblem::message, TypeProblem::fix)
        .containsExactly(code, message, fix);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          sum(id)                                      ~ aggregate.misplaced
          row_number() over ()                         ~ window.misplaced
          sum(distinct id) over ()                     ~ window.misplaced
          sum(lag(id) over (order by id)) over ()      ~ window.misplaced
          lag(distinct id) over (order by id)          ~ window.misplaced
          ntile(0) over (order by id)                  ~ argument.constant
          lag(id, -1) over (order by id)               ~ argument.constant
          lag(id, 1, 'x') over (order by id)           ~ expression.type
          sum(id) over (order by doc)                  ~ expression.type
          rank() over (partition by raw order by id)   ~ expression.type
          """)
  void saysWhatWindowsCannotDo(String text, String code) {
    Typing typing = ExpressionTyper.type(Formula.parse(text), ROWS.withWindows());
    assertThat(typing.problems()).extracting(TypeProblem::code).containsExactly(code);
  }

  @Test
  void placesAProblemWhereItIs() {
    TypeProblem problem =
        ExpressionTyper.type(Formula.parse("id > 1 and  amuont = 2"), ROWS).problems().getFirst();
    assertThat(problem.span().start()).isEqualTo(12);
    assertThat(problem.span().end()).isEqualTo(18);
  }

  @Test
  void oneMistakeIsReportedOnce() {
    Typing typing = ExpressionTyper.type(Formula.parse("(nope + 1) * 2 = 'x' or round(nop)"), ROWS);
    assertThat(typing.problems()).hasSize(2);
    assertThat(ExpressionTyper.type(Formula.parse("1 + "), ROWS).problems()).isEmpty();
  }

  @Test
  void columnsOfSeveralDatasetsNeedTheirDataset() {
    var orders = Scope.Source.of("orders", ORDERS);
    var payments =
        Scope.Source.of(
            "payments",
            Schema.of(Column.of("id", PlainType.STRING), Column.of("order_id", PlainType.INTEGER)));
    Scope join = Scope.of(List.of(orders, payments));
    assertThat(problems("id = 1", join))
        .containsExactly(
            "column.ambiguous: id is a column of several datasets. Write orders.id or"
                + " payments.id.");
    assertThat(problems("orders.id = order_id and payments.id = 'x'", join)).isEmpty();
    assertThat(problems("id = 1", join.withFirstWinning())).isEmpty();
    assertThat(problems("payment.id = 'x'", join))
        .containsExactly("column.unknown: There is nothing named payment here. Write payments.id.");
    assertThat(problems("x.id = 'x'", join))
        .containsExactly(
            "column.unknown: There is nothing named x here. There are orders, payments.");
    assertThat(problems("payments.oder_id = 1", join))
        .containsExactly("column.unknown: There is no column oder_id. Write order_id.");
  }

  @Test
  void anOpenSourceMayHaveAnyColumn() {
    var open = new Scope.Source(Optional.of("o"), Map.of("a", ValueType.Special.UNKNOWN), true);
    Scope scope = Scope.of(List.of(open));
    assertThat(problems("a + b = 'x' and o.c || d like e", scope)).isEmpty();
    assertThat(ExpressionTyper.type(Formula.parse("b + 1"), scope).type())
        .isEqualTo(ValueType.Special.UNKNOWN);
    assertThat(problems("a", Scope.EMPTY))
        .containsExactly("column.unknown: There is no column a. No columns can be used here.");
  }

  @Test
  void typesWhatIsFiveHundredLevelsDeep() {
    String text = "abs(".repeat(499) + "id" + ")".repeat(499);
    assertThat(problems(text, ROWS)).isEmpty();
    assertThat(problems("id" + " + id".repeat(499), ROWS)).isEmpty();
  }

  @Test
  void aConditionHasToSayYesOrNo() {
    assertThat(ExpressionTyper.typeCondition(Formula.parse("paid").tree(), ROWS).isValid())
        .isTrue();
    assertThat(ExpressionTyper.typeCondition(Formula.parse("id + 1").tree(), ROWS).problems())
        .extracting(TypeProblem::code)
        .containsExactly("expression.type");
  }

  @Test
  void everyPartHasItsType() {
    Formula formula = Formula.parse("length(status) + 1 > 2");
    Typing typing = ExpressionTyper.type(formula, ROWS);
    ExpressionTree.walk(
        formula.tree(), part -> assertThat(typing.types().containsKey(part)).isTrue());
    assertThat(typing.typeOf(ExpressionTree.columns(formula.tree()).getFirst()).text())
        .isEqualTo("string");
    assertThat(typing.typeOf(Formula.parse("x").tree())).isEqualTo(ValueType.Special.UNKNOWN);
  }

  @Test
  void aColumnOfNothingButNullIsText() {
    assertThat(ExpressionTyper.type(Formula.parse("null"), ROWS).columnType())
        .contains(PlainType.STRING);
    assertThat(ExpressionTyper.type(Formula.parse("interval '1' day"), ROWS).columnType())
        .isEmpty();
    assertThat(ExpressionTyper.type(Formula.parse("id"), ROWS).columnType())
        .contains(PlainType.INTEGER);
  }

  private static List<String> problems(String text, Scope scope) {
    return ExpressionTyper.type(Formula.parse(text), scope).problems().stream()
        .map(problem -> problem.code() + ": " + problem.message() + " " + problem.fix())
        .toList();
  }
}
