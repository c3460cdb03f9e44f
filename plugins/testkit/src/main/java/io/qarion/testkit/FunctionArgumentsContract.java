package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.expression.Expression;
import io.qarion.core.expression.ExpressionRewrite;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.FunctionCatalog;
import io.qarion.core.expression.FunctionDefinition;
import io.qarion.core.expression.FunctionKind;
import io.qarion.core.expression.FunctionParameter;
import io.qarion.core.problem.Span;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.SelectColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Functions take the values of stored columns as they take constants, and of NULL nothing is known:
 * one NULL gives NULL, but for the few functions that are there for it.
 */
public abstract class FunctionArgumentsContract extends EngineContract {

  private static final String RESULT = "result";
  private static final Span NOWHERE = new Span(0, 0);

  /** Functions that give NULL a meaning; docs/expressions.md says which. */
  private static final Set<String> WITH_NULL =
      Set.of("coalesce", "ifnull", "nullif", "if", "concat", "concat_ws", "greatest", "least");

  private int tables;

  /**
   * An argument of a function's example.
   *
   * @param place of it, from 0
   */
  record Argument(FunctionDefinition function, int place) {

    @Override
    public String toString() {
      return function.signature() + " with NULL as argument " + (place + 1);
    }
  }

  static Stream<FunctionDefinition> functions() {
    return FunctionCatalog.standard().functions().stream()
        .filter(function -> function.kind() == FunctionKind.SCALAR)
        .filter(function -> !function.parameters().isEmpty());
  }

  static Stream<Argument> arguments() {
    return functions()
        .filter(function -> !WITH_NULL.contains(function.name()))
        .flatMap(function ->
            IntStream.range(0, call(function).arguments().size())
                .filter(place -> !parameter(function, place).constant())
                .mapToObj(place -> new Argument(function, place)));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theExampleHasItsValueOverStoredColumns(FunctionDefinition function) {
    Expression.Call call = call(function);
    Map<String, Formula> columns = new LinkedHashMap<>();
    Map<Expression, String> names = new HashMap<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Expression argument = call.arguments().get(i);
      if (!parameter(function, i).constant() && !(argument instanceof Expression.NullLiteral)) {
        names.put(argument, "c" + i);
        columns.put("c" + i, new Formula("c" + i, argument, List.of()));
      }
    }
    RowPage constants =
        page(
            Query.of(
                List.of(source("examples", FunctionCatalog.exampleRows())),
                List.of(
                    new DeriveColumns(columns),
                    SelectColumns.Keep.names(List.copyOf(columns.keySet())))));
    Dataset stored =
        store(
            "arguments_" + ++tables,
            RowPage.of(constants.schema(), 0, constants.rows().subList(0, 1), false));
    Expression tree =
        ExpressionRewrite.rewrite(
            Formula.parse(function.example()).tree(),
            part -> names.containsKey(part) ? column(names.getOrDefault(part, "")) : part);

    RowPage page = page(computed(stored, function, tree));

    DataType type = page.schema().columns().getLast().type();
    String expected = function.expected().isEmpty() ? "''" : function.expected();
    assertThat(
            Comparison.areEqual(page.rows().getFirst().getLast(), TextTable.value(expected, type)))
        .as(() ->
            "%s of columns gives %s, not %s"
                .formatted(function.example(), Comparison.shown(page.rows()), expected))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("arguments")
  void ofNullNothingIsKnown(Argument argument) {
    FunctionDefinition function = argument.function();
    Expression.Call call = call(function);
    Expression replaced = call.arguments().get(argument.place());
    RowPage typed =
        page(
            Query.of(
                List.of(source("examples", FunctionCatalog.exampleRows())),
                List.of(
                    new DeriveColumns(Map.of("c", new Formula("c", replaced, List.of()))),
                    SelectColumns.Keep.names(List.of("c")))));
    DataType type = typed.schema().columns().getFirst().type();
    Dataset stored =
        store(
            "nothing_" + ++tables,
            "c " + type.text().replace(" ", "") + " | other integer\nNULL | 1");
    var arguments = new ArrayList<>(call.arguments());
    arguments.set(argument.place(), column("c"));
    var tree =
        new Expression.Call(
            call.function(), arguments, false, Optional.empty(), Optional.empty(), NOWHERE);

    RowPage page = page(computed(stored, function, tree));

    assertThat(page.rows().getFirst().getFirst())
        .as(() -> engine().explain(computed(stored, function, tree), PARAMETERS))
        .isNull();
  }

  private static Query computed(Dataset stored, FunctionDefinition function, Expression tree) {
    return Query.of(
        List.of(reading(stored)),
        List.of(
            new DeriveColumns(Map.of(RESULT, new Formula(function.example(), tree, List.of()))),
            SelectColumns.Keep.names(List.of(RESULT))));
  }

  private static Expression column(String name) {
    return new Expression.ColumnReference(Optional.empty(), name, NOWHERE);
  }

  private static FunctionParameter parameter(FunctionDefinition function, int place) {
    return function.parameters().get(Math.min(place, function.parameters().size() - 1));
  }

  /** The call of the function in its example. */
  private static Expression.Call call(FunctionDefinition function) {
    var found = new ArrayList<Expression.Call>();
    ExpressionRewrite.rewrite(
        Formula.parse(function.example()).tree(),
        part -> {
          if (part instanceof Expression.Call call && call.function().equals(function.name())) {
            found.add(call);
          }
          return part;
        });
    return found.getLast();
  }
}
