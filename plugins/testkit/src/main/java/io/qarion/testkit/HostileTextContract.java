package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Expression;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.Names;
import io.qarion.core.expression.OrderTerm;
import io.qarion.core.problem.Span;
import io.qarion.core.transform.AggregateRows;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RenameColumns;
import io.qarion.core.transform.ReplaceText;
import io.qarion.core.transform.SortRows;
import io.qarion.core.transform.SplitColumn;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.UnpivotColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text that a user or a file brings can be taken for SQL, wherever it stands. */
public abstract class HostileTextContract extends EngineContract {

  private static final String CANARY = "canary";

  private static final List<String> TEXTS =
      List.of(
          "'",
          "''",
          "'''",
          "\"",
          "\"\"",
          "a\"b'c",
          "`",
          "``",
          "[x]",
          "]",
          "\\",
          "\\'",
          "\\\"",
          "\\0",
          ";",
          "; DROP TABLE canary; --",
          "'; DROP TABLE canary; --",
          "\"; DROP TABLE canary; --",
          "') ; DROP TABLE canary; --",
          "\") ; DROP TABLE canary; --",
          "x' OR '1'='1",
          "--",
          "-- x",
          "/*",
          "*/",
          "/* x */",
          "#",
          "$$",
          "$1",
          "$tag$",
          "?",
          ":name",
          ":limit",
          "::",
          "@x",
          "{{x}}",
          "{{ source_dataset }}",
          "${credential:x}",
          "%",
          "_",
          "%s",
          "%d%n",
          "select",
          "GROUP BY",
          "table",
          "null",
          "NaN",
          "true",
          "from",
          "order by 1",
          "a b",
          " ",
          "  leading",
          "trailing  ",
          "a\nb",
          "a\r\nb",
          "a\tb",
          "😀",
          "👨‍👩‍👧‍👦",
          "שלום עולם",
          "مرحبا",
          "\u202Eabc",
          "é",
          "e\u0301",
          "\uFEFFx",
          "x".repeat(5_000),
          "\u0001",
          "\uFFFD",
          "xt",
          "U&'\\0027'",
          "E'\\x27'",
          "\u2019",
          "\uFF07",
          "a.b",
          "main.canary",
          "1",
          "1a",
          "-",
          "(",
          ")",
          ",");

  static Stream<String> texts() {
    return TEXTS.stream();
  }

  @BeforeAll
  void makeCanary() {
    store(CANARY, "v string\nalive");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void itComesBackAsAValue(String text) {
    RowPage rows = page(text, "v");
    Map<String, Formula> columns = new LinkedHashMap<>();
    columns.put("same", Formula.parse("v = '" + text.replace("'", "''") + "'"));
    columns.put("joined", Formula.parse("'" + text.replace("'", "''") + "' || v"));
    columns.put("inside", Formula.parse("contains(v, '" + text.replace("'", "''") + "')"));
    columns.put(
        "parts",
        Formula.parse("split_part('a' || v || 'b', '" + text.replace("'", "''") + "', 1)"));
    RowPage page = page(query(rows, new DeriveColumns(columns)));
    assertThat(page.rows()).containsExactly(List.of(text, true, text + text, true, "a"));
    RowPage parts = page(query(rows, new SplitColumn("v", text, List.of("first", "second"))));
    assertThat(parts.rows()).containsExactly(List.of(text, "", ""));
    RowPage replaced = page(query(rows, new ReplaceText("v", text, text + text, false)));
    assertThat(replaced.rows()).containsExactly(List.of(text + text));
    expectCanary();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void itNamesAColumn(String text) {
    String quoted = Names.quoted(text);
    RowPage rows = page("value", text);
    RowPage page =
        page(
            query(
                rows,
                new FilterRows(Formula.parse(quoted + " = 'value'")),
                new DeriveColumns(Map.of("copy", Formula.parse(quoted + " || '!'"))),
                new SortRows(List.of(new OrderTerm(reference(text), true, false)))));
    assertThat(page.schema().names()).containsExactly(text, "copy");
    assertThat(page.rows()).containsExactly(List.of("value", "value!"));
    RowPage renamed = page(query(page("value", "v"), new RenameColumns(Map.of("v", text))));
    assertThat(renamed.schema().names()).containsExactly(text);
    RowPage grouped =
        page(query(rows, new AggregateRows(List.of(text), Map.of("n", Formula.parse("count(*)")))));
    assertThat(grouped.rows()).containsExactly(List.of("value", 1L));
    RowPage unpivoted = page(query(rows, new UnpivotColumns(List.of(text), "name", "value")));
    assertThat(unpivoted.rows()).containsExactly(List.of(text, "value"));
    expectCanary();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void itNamesATableAndASource(String text) {
    if (!text.isBlank()) {
      Dataset dataset = store(text, "v string\nfrom a table");
      assertThat(stored(dataset).rows()).containsExactly(List.of("from a table"));
      assertThat(engine().tableRows(text)).isEqualTo(1);
    }
    Query aliased = Query.all(source(text, page("value", "v")));
    assertThat(page(aliased).rows()).containsExactly(List.of("value"));
    expectCanary();
  }

  private static RowPage page(String value, String column) {
    var row = new ArrayList<@org.jspecify.annotations.Nullable Object>();
    row.add(value);
    return RowPage.of(Schema.of(Column.of(column, PlainType.STRING)), 0, List.of(row), false);
  }

  private static Query query(RowPage rows, TransformationRule... rules) {
    return Query.of(List.of(source("given", rows)), List.of(rules));
  }

  private static Expression reference(String name) {
    return new Expression.ColumnReference(Optional.empty(), name, new Span(0, 0));
  }

  private void expectCanary() {
    Dataset canary =
        Dataset.of(
            new io.qarion.core.problem.DatasetName(CANARY),
            Schema.of(Column.of("v", PlainType.STRING)));
    assertThat(stored(canary).rows()).containsExactly(List.of("alive"));
  }
}
