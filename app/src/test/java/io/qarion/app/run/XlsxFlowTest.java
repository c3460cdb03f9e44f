package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A workbook is written by one flow and loaded by another. */
class XlsxFlowTest {

  private static final String WRITING =
      """
      id = "writing"
      flow_type = "standard"

      [[tasks]]
      id = "load"
      type = "ingestion"
      target_dataset_id = "orders"
      config = { source_path = "data/orders.csv" }

      [[tasks]]
      id = "write"
      type = "export"
      source_dataset_id = "orders"
      dependencies = ["load"]

      [tasks.config]
      file_path = "data/orders.xlsx"
      spreadsheet_safe = true
      options = { sheet = "Orders" }
      """;
  private static final String READING =
      """
      id = "reading"
      flow_type = "change_feed"

      [input]
      primary_key = ["id"]
      columns = [
        { name = "id", schema_type = "integer", required = true },
        { name = "day", schema_type = "date" },
        { name = "amount", schema_type = "decimal(12,2)" },
        { name = "note", schema_type = "string", required = true },
      ]

      [properties.load]
      source_path = "data/orders.xlsx"
      on_bad_row = "fail"
      options = { sheet = "Orders" }
      """;
  private static final String ORDERS =
      """
      id,day,amount,note
      1,2026-01-05,12.50,=1+1
      2,2026-02-28,x,plain
      3,,0.30,
      4,2026-03-01,1.005,007
      5,2026-04-01,-7," end "
      """;

  @TempDir private Path folder;
  private TestProject project;

  @BeforeEach
  void makeProject() throws IOException {
    project =
        TestProject.empty(folder)
            .write("flows/writing.toml", WRITING)
            .write("flows/reading.toml", READING)
            .write(
                "datasets/orders.toml",
                """
                name = "orders"

                [columns.id]
                schema_type = "integer"

                [columns.day]
                schema_type = "date"

                [columns.amount]
                schema_type = "string"

                [columns.note]
                schema_type = "string"
                """)
            .write("data/orders.csv", ORDERS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"duckdb", "sqlite", "tablesaw_local"})
  void badCellsAreReportedWithTheirPlacesOnEveryEngine(String engine) throws IOException {
    write(engine);

    var run = project.run("reading");

    assertThat(run.code()).isNotZero();
    assertThat(run.err())
        .contains(
            "3 records of data/orders.xlsx can't be read as declared:",
            "record 2, column 'amount': not of type decimal(12,2) (cell C3) — x",
            "record 3, column 'note': a required value is missing (cell D4) — ",
            "record 4, column 'amount': not of type decimal(12,2) (cell C5) — 1.005");
  }

  @ParameterizedTest
  @ValueSource(strings = {"duckdb", "sqlite", "tablesaw_local"})
  void goodRecordsAreLoadedAndTheOthersPutAsideOnEveryEngine(String engine) throws IOException {
    project.replace("flows/reading.toml", "\"fail\"", "\"reject\"");
    write(engine);

    var run = project.run("reading");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("3 records of data/orders.xlsx can't be read as declared:");
    assertThat(records("change_feed"))
        .containsExactly("1,2026-01-05,12.50,=1+1", "5,2026-04-01,-7.00, end ");
  }

  @Test
  void aDeliveryKeptAsSnapshotIsCheckedToo() throws IOException {
    project.replace("flows/reading.toml", "\"fail\"", "\"reject\"\nlanding = \"direct\"");
    write("duckdb");

    var run = project.run("reading");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("3 records of data/orders.xlsx can't be read as declared:");
    assertThat(records("change_feed"))
        .containsExactly("1,2026-01-05,12.50,=1+1", "5,2026-04-01,-7.00, end ");
  }

  @Test
  void aGoodDeliveryKeptAsSnapshotIsTakenOverAsAWhole() throws IOException {
    project.replace("flows/reading.toml", "\"fail\"", "\"fail\"\nlanding = \"direct\"");
    project.write(
        "data/orders.csv",
        ORDERS.replace(",x,", ",3.25,").replace("1.005", "1").replace("0.30,", "0.30,x"));
    write("duckdb");

    var run = project.run("reading");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(records("change_feed"))
        .startsWith("1,2026-01-05,12.50,=1+1", "2,2026-02-28,3.25,plain")
        .hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"duckdb", "sqlite", "tablesaw_local"})
  void aWorkbookIsShownBeforeItIsLoaded(String engine) throws IOException {
    write(engine);

    assertThat(records("landing")).contains("2,2026-02-28,,plain", "4,2026-03-01,,007");
  }

  @Test
  void aSheetThatIsNotThereIsToldAtItsOption() throws IOException {
    write("duckdb");
    project.replace("flows/reading.toml", "sheet = \"Orders\"", "sheet = \"Order\"");

    var run = project.run("reading");

    assertThat(run.code()).isNotZero();
    assertThat(run.err())
        .contains(
            "data/orders.xlsx has no sheet 'Order'; its sheets are Orders. Did you mean 'Orders'?");
  }

  @Test
  void whatAWorkbookWouldChangeIsCountedInTheRun() throws IOException {
    project.write("data/orders.csv", "id,day,amount,note\n1234567890123456789,1850-01-05,1,a\n");

    var run = project.run("writing");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("2 values are text in the workbook, which as a number or date would change them");
  }

  private void write(String engine) throws IOException {
    project.write("qarion-etl.toml", "format_version = 1\n\n[engine]\nname = \"" + engine + "\"\n");
    var run = project.run("writing");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
  }

  /** The input columns of a step's rows. */
  private List<String> records(String step) throws IOException {
    return project.rows("reading", step).stream()
        .skip(1)
        .map(line -> String.join(",", List.of(line.replace("\"", "").split(",", -1)).subList(0, 4)))
        .toList();
  }
}
