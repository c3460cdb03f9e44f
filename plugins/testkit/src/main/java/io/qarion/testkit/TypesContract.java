package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.transform.Query;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of all types, their boundaries among them, come back as they were. */
public abstract class TypesContract extends EngineContract {

  private static final List<String> COLUMNS =
      List.of(
          """
          v boolean
          true
          false
          NULL\
          """,
          """
          v integer
          0
          -1
          2147483647
          2147483648
          -2147483649
          9223372036854775807
          -9223372036854775808
          NULL\
          """,
          """
          v float
          0.0
          1.5
          -2.25
          0.1
          1e16
          1.7976931348623157E308
          -1.7976931348623157E308
          4.9E-324
          2.2250738585072014E-308
          nan
          inf
          -inf
          9007199254740993
          NULL\
          """,
          """
          v decimal(1,0)
          0
          9
          -9
          NULL\
          """,
          """
          v decimal(2,2)
          0.00
          0.99
          -0.01
          NULL\
          """,
          """
          v decimal(4,2)
          0.00
          1.00
          99.99
          -99.99
          NULL\
          """,
          """
          v decimal(18,4)
          99999999999999.9999
          -0.0001
          NULL\
          """,
          """
          v decimal(19,0)
          9999999999999999999
          -9999999999999999999
          NULL\
          """,
          """
          v decimal(38,0)
          99999999999999999999999999999999999999
          -99999999999999999999999999999999999999
          NULL\
          """,
          """
          v decimal(38,38)
          0.99999999999999999999999999999999999999
          -0.00000000000000000000000000000000000001
          NULL\
          """,
          """
          v string
          ''
          a
          NULL
          NULL\s
          null
          Äö
          שלום
          😀👨‍👩‍👧
          \\
          '
          "
          ''''
          %_\
          """,
          """
          v date
          0001-01-01
          1582-10-10
          1970-01-01
          2024-02-29
          9999-12-31
          NULL\
          """,
          """
          v time
          00:00
          10:20
          10:20:30
          10:20:30.5
          23:59:59.999999
          NULL\
          """,
          """
          v timestamp
          0001-01-01T00:00
          1969-12-31T23:59:59.999999
          2026-03-29T02:30
          2026-01-31T10:20:30.000001
          9999-12-31T23:59:59.999999
          NULL\
          """,
          """
          v json
          {}
          [1, 2]
          {"a": {"b": null}}
          "text"
          1.0
          null
          true\
          """,
          """
          v binary
          00
          ff00ff
          27223b
          NULL\
          """);

  static Stream<String> columns() {
    return COLUMNS.stream();
  }

  @ParameterizedTest
  @MethodSource("columns")
  void valuesComeBackEqual(String text) {
    RowPage rows = TextTable.read(text);
    RowPage direct = page(Query.all(source("given", rows)));
    assertThat(Comparison.areSameRows(direct.rows(), rows.rows()))
        .as(() -> Comparison.shown(direct.rows()))
        .isTrue();
    assertThat(direct.schema()).isEqualTo(rows.schema());
    String name = "t_" + rows.schema().columns().getFirst().type().text().replaceAll("\\W", "_");
    Dataset dataset = store(name, rows);
    RowPage stored = stored(dataset);
    assertThat(Comparison.areSameRows(stored.rows(), rows.rows()))
        .as(() -> Comparison.shown(stored.rows()))
        .isTrue();
    assertThat(engine().tableSchema(name)).contains(rows.schema());
    assertThat(engine().describe(Query.all(reading(dataset)), PARAMETERS)).isEqualTo(rows.schema());
  }

  @Test
  void manyColumnsOfAllTypesKeepTheirPlaces() {
    RowPage rows =
        TextTable.read(
            """
            a boolean | b integer | c float | d decimal(12,2) | e string | f date | g time | h timestamp | i json | j binary
            true | 1 | 1.5 | 2.50 | x | 2026-01-31 | 10:20:30 | 2026-01-31T10:20:30 | [] | 0a
            NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL
            """);
    RowPage stored = stored(store("t_all", rows));
    assertThat(Comparison.areSameRows(stored.rows(), rows.rows())).isTrue();
    assertThat(stored.schema()).isEqualTo(rows.schema());
  }

  @Test
  void aTableThatIsNotThereHasNoColumnsAndNoRows() {
    assertThat(engine().tableSchema("nowhere")).isEmpty();
    assertThat(engine().tableRows("nowhere")).isZero();
  }

  @Test
  void readingATableThatIsNotThereSaysWhatToDo() {
    Dataset unmade = Dataset.of(new DatasetName("not made"), TextTable.read("a integer").schema());
    assertThat(failure(Query.all(reading(unmade))).problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("table.missing");
          assertThat(problem.message()).contains("'not made'");
          assertThat(problem.fix()).contains("Run the flow that makes it");
        });
  }

  @Test
  void noRowsKeepTheirColumns() {
    RowPage none = TextTable.read("a integer | b decimal(4,1)");
    RowPage page = page(Query.all(source("none", none)));
    assertThat(page.rows()).isEqualTo(List.of());
    assertThat(page.schema()).isEqualTo(none.schema());
  }
}
