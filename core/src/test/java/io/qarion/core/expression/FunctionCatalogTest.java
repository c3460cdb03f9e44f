package io.qarion.core.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionCatalogTest {

  private static final Scope EXAMPLES =
      Scope.of(FunctionCatalog.exampleRows().schema()).withWindows();

  static Stream<FunctionDefinition> functions() {
    return FunctionCatalog.standard().functions().stream();
  }

  private static Typing typing(FunctionDefinition function, Formula formula) {
    boolean groups = function.kind() == FunctionKind.AGGREGATE;
    return ExpressionTyper.type(formula, groups ? EXAMPLES.withGroups(Set.of()) : EXAMPLES);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theExampleIsReadAndHasAMeaning(FunctionDefinition function) {
    Formula formula = Formula.parse(function.example());
    assertThat(formula.problems()).isEmpty();
    assertThat(typing(function, formula).problems()).isEmpty();
    assertThat(function.example()).contains(function.name() + "(");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theExampleHasTheResultTypeOfTheCatalog(FunctionDefinition function) {
    Formula formula = Formula.parse(function.example());
    Typing typing = typing(function, formula);
    var calls = new ArrayList<Expression>();
    ExpressionTree.walk(
        formula.tree(),
        part -> {
          if (part instanceof Expression.Call call && call.function().equals(function.name())) {
            calls.add(part);
          }
        });
    ValueType type = typing.typeOf(calls.getFirst());
    assertThat(type).isInstanceOf(ValueType.Known.class);
    if (DataType.parse(function.result()).isPresent()) {
      assertThat(type.text()).isEqualTo(function.result());
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theExpectedValueIsOneOfTheResultType(FunctionDefinition function) {
    Typing typing = typing(function, Formula.parse(function.example()));
    String[] values =
        function.kind() == FunctionKind.WINDOW
            ? function.expected().split(", ", -1)
            : new String[] {function.expected()};
    assertThat(values).hasSize(function.kind() == FunctionKind.WINDOW ? 6 : 1);
    for (String value : values) {
      assertThat(value.equals("NULL") || isValue(value, typing.columnType().orElseThrow()))
          .isTrue();
    }
  }

  private static boolean isValue(String text, DataType type) {
    return switch (type) {
      case DecimalType decimal -> new BigDecimal(text).scale() == decimal.scale();
      case PlainType plain ->
          switch (plain) {
            case BOOLEAN -> text.equals("true") || text.equals("false");
            case INTEGER -> Long.toString(Long.parseLong(text)).equals(text);
            case FLOAT -> new BigDecimal(text).stripTrailingZeros().toPlainString().equals(text);
            case DATE -> LocalDate.parse(text).toString().equals(text);
            case TIME -> !LocalTime.parse(text).isBefore(LocalTime.MIN);
            case TIMESTAMP -> LocalDateTime.parse(text).getYear() > 0;
            case STRING -> !text.isEmpty();
            case JSON, BINARY -> false;
          };
    };
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theHelpIsASentence(FunctionDefinition function) {
    assertThat(function.help()).endsWith(".").hasSizeBetween(5, 250);
    assertThat(function.signature()).startsWith(function.name() + "(");
  }

  @Test
  void hasMoreThanAHundredAndTwentyFunctions() {
    assertThat(FunctionCatalog.standard().names()).hasSizeGreaterThanOrEqualTo(120);
  }

  @Test
  void findsAFunctionInAnyCase() {
    assertThat(FunctionCatalog.standard().find("ROUND")).hasSize(2);
    assertThat(FunctionCatalog.standard().find("now")).isEmpty();
  }

  @Test
  void noFunctionIsListedTwice() {
    var signatures = new HashSet<String>();
    functions().forEach(function -> assertThat(signatures.add(function.signature())).isTrue());
  }

  @Test
  void examplesRunOverSixRowsWithGaps() {
    RowPage rows = FunctionCatalog.exampleRows();
    assertThat(rows.rows()).hasSize(6);
    assertThat(rows.schema().names()).isEqualTo(List.of("id", "g", "n", "x", "d", "s", "t", "b"));
    assertThat(rows.rows().get(0))
        .isEqualTo(
            List.of(
                1L,
                "a",
                10L,
                1.5,
                new BigDecimal("10.50"),
                "pear",
                LocalDateTime.of(2026, 1, 1, 8, 0),
                true));
    assertThat(rows.rows().get(2)).containsNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?=a)", "(?<!a)", "(?<n>a)", "(?s)a", "a*+", "(a)\\1", "\\p{L}", "[a&&b]", "[a[b]]", "[",
        "\\Qa"
      })
  void refusesPatternsThatEnginesReadDifferently(String pattern) {
    assertThat(PortablePattern.problem(pattern)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^[0-9]+$",
        "(?i)abc",
        "(?:a|b){2,3}?",
        "\\\\d",
        "\\d+\\.\\d*",
        "[[:alpha:]]",
        "\\++"
      })
  void allowsPatternsThatEnginesReadAlike(String pattern) {
    assertThat(PortablePattern.problem(pattern)).isEmpty();
  }
}
