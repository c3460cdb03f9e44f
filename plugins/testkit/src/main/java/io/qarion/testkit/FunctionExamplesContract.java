package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.expression.Expression;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.FunctionCatalog;
import io.qarion.core.expression.FunctionDefinition;
import io.qarion.core.expression.OrderTerm;
import io.qarion.core.problem.Span;
import io.qarion.core.transform.AggregateRows;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.SortRows;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.WindowColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the function catalog has the value that the catalog states. */
public abstract class FunctionExamplesContract extends EngineContract {

  private static final String RESULT = "result";

  static Stream<FunctionDefinition> functions() {
    return FunctionCatalog.standard().functions().stream();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theExampleHasItsValue(FunctionDefinition function) {
    Query query =
        Query.of(
            List.of(source("examples", FunctionCatalog.exampleRows())),
            rules(function, Formula.parse(function.example())));
    RowPage page = page(query);
    DataType type = page.schema().columns().getLast().type();
    var expected = new ArrayList<@Nullable Object>();
    for (String text : expectedTexts(function)) {
      expected.add(TextTable.value(text.isEmpty() ? "''" : text, type));
    }
    for (int i = 0; i < page.rows().size(); i++) {
      Object actual = page.rows().get(i).getLast();
      Object wanted = expected.get(i % expected.size());
      assertThat(Comparison.areEqual(actual, wanted))
          .as(() ->
              "%s gives %s, not %s:%n%s"
                  .formatted(
                      function.example(),
                      Comparison.shown(page.rows()),
                      expected,
                      engine().explain(query, PARAMETERS)))
          .isTrue();
    }
    assertThat(page.rows()).isNotEmpty();
  }

  private static List<TransformationRule> rules(FunctionDefinition function, Formula example) {
    Map<String, Formula> column = Map.of(RESULT, example);
    var byId =
        new OrderTerm(
            new Expression.ColumnReference(Optional.empty(), "id", new Span(0, 0)), false, false);
    return switch (function.kind()) {
      case SCALAR -> List.of(new DeriveColumns(column), SelectColumns.Keep.names(List.of(RESULT)));
      case AGGREGATE -> List.of(new AggregateRows(List.of(), column));
      case WINDOW ->
          List.of(
              new WindowColumns(List.of(), List.of(), column),
              SelectColumns.Keep.names(List.of("id", RESULT)),
              new SortRows(List.of(byId)));
    };
  }

  private static List<String> expectedTexts(FunctionDefinition function) {
    return switch (function.kind()) {
      case SCALAR, AGGREGATE -> List.of(function.expected());
      case WINDOW -> List.of(function.expected().split(", ", -1));
    };
  }
}
