package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.RowPage;
import io.qarion.core.expression.Formula;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.TransformationSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Expressions have the one meaning of docs/expressions.md, and their values have its types. */
public abstract class PortableMeaningContract extends EngineContract {

  private static final String RESULT = "result";

  private static final TransformationSource ROW =
      table(
          "row",
          """
          i integer | nullint integer | zero integer | big integer | small integer | f float | nan float | inf float | negzero float | dec decimal(12,2) | nulltext string | empty string | smile string | day date | ts timestamp | tm time | js json
          7 | NULL | 0 | 9223372036854775807 | -9223372036854775808 | 2.5 | nan | inf | -0.0 | 10.50 | NULL | '' | 😀a | 2026-01-31 | 2026-01-31T10:20:30.5 | 08:07:09 | {"a": [1, "x"]}
          """);

  /**
   * A line of the table.
   *
   * @param value as text, or {@code ERROR}
   */
  record Meaning(String expression, String type, String value) {

    @Override
    public String toString() {
      return expression + " is " + value;
    }
  }

  static Stream<Meaning> meanings() throws IOException {
    try (InputStream stream = PortableMeaningContract.class.getResourceAsStream("meaning.tsv")) {
      var reader =
          new BufferedReader(
              new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8));
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(cells -> new Meaning(cells[0], cells[1], cells[2]))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("meanings")
  void theExpressionHasItsMeaning(Meaning meaning) {
    Query query =
        Query.of(
            List.of(ROW),
            List.of(
                new DeriveColumns(Map.of(RESULT, Formula.parse(meaning.expression()))),
                SelectColumns.Keep.names(List.of(RESULT))));
    if (meaning.value().equals("ERROR")) {
      assertThat(failure(query).problems()).isNotEmpty();
      return;
    }
    RowPage page = page(query);
    var column = page.schema().columns().getFirst();
    Object value = page.rows().getFirst().getFirst();
    assertThat(column.type().text())
        .as(() -> engine().explain(query, PARAMETERS))
        .isEqualTo(meaning.type());
    assertThat(Comparison.areEqual(value, TextTable.value(meaning.value(), column.type())))
        .as(() ->
            "got <%s> of%n%s"
                .formatted(Comparison.shownCell(value), engine().explain(query, PARAMETERS)))
        .isTrue();
  }
}
