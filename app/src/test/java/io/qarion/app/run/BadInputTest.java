package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user sees when something is wrong: one clear message, its place and the way out. */
class BadInputTest {

  private static final String FLOW =
      """
      id = "sales"
      flow_type = "standard"

      [[tasks]]
      id = "load"
      type = "ingestion"
      target_dataset_id = "raw_sales"

      [tasks.config]
      source_path = "data/sales.csv"

      [[tasks]]
      id = "large"
      type = "transformation"
      source_dataset_id = "raw_sales"
      target_dataset_id = "large_sales"
      dependencies = ["load"]

      [[tasks.rules]]
      operation = "filter"
      condition = "amount >= 10"

      [[tasks]]
      id = "small"
      type = "transformation"
      source_dataset_id = "raw_sales"
      target_dataset_id = "small_sales"
      dependencies = ["load"]

      [tasks.config]
      sql = "SELECT * FROM {{ raw_sales }} WHERE amount < 10"
      """;

  @TempDir private Path folder;

  @Test
  void theFlowItselfIsFine() throws IOException {
    assertThat(project().run("sales").code()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "csv.bz2, 425a6839, packed with bzip2",
    "csv.xz, fd377a585a00, packed with xz",
    "csv.7z, 377abcaf271c, a 7-Zip archive",
    "tsv.rar, 526172211a07, a RAR archive"
  })
  void aFilePackedInAWayThatCannotBeRead(String extension, String start, String what)
      throws IOException {
    TestProject project = project();
    project.replace("flows/sales.toml", "data/sales.csv", "data/sales." + extension);
    Files.write(folder.resolve("data/sales." + extension), HexFormat.of().parseHex(start));

    assertThat(project.run("sales").err())
        .contains("data/sales." + extension, "The file is " + what, "Unpack it, or pack it with");
  }

  @Test
  void aFolderThatIsNoProject() throws IOException {
    var output = TestProject.example("jaffle-shop/data", folder).command("validate");

    assertThat(output.err()).contains("qarion-etl new-project");
    assertThat(output.code()).isEqualTo(1);
  }

  @Test
  void aFlowThatIsNotThere() throws IOException {
    var output = project().run("sale");

    assertThat(output.err())
        .isEqualTo("error: The project has no flow 'sale'. Did you mean 'sales'?\n");
    assertThat(output.code()).isEqualTo(1);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(
            "condition = \"amount >= 10\"",
            "condition = \"amont >= 10\"",
            "flows/sales.toml:21:14",
            "There is no column amont. Write amount."),
        Arguments.of(
            "condition = \"amount >= 10\"",
            "condition = \"amount >= 'ten'\"",
            "flows/sales.toml:21:14",
            "An integer cannot be compared with a string."),
        Arguments.of(
            "condition = \"amount >= 10\"",
            "condition = \"amount >= \"",
            "flows/sales.toml:21:",
            "A value is missing at the end."),
        Arguments.of(
            "operation = \"filter\"",
            "operation = \"fliter\"",
            "flows/sales.toml:20:13",
            "filter"));
  }

  static Stream<Arguments> mistakesOfTasks() {
    return Stream.of(
        Arguments.of(
            "dependencies = [\"load\"]\n\n[[tasks.rules]]",
            "dependencies = [\"load\", \"small\", \"nobody\"]\n\n[[tasks.rules]]",
            "flows/sales.toml:17:",
            "'nobody', which does not exist"),
        Arguments.of(
            "target_dataset_id = \"small_sales\"",
            "target_dataset_id = \"large_sales\"",
            "flows/sales.toml:27:",
            "Tasks 'large' and 'small' both write dataset 'large_sales'"),
        Arguments.of(
            "dependencies = [\"load\"]\n\n[tasks.config]",
            "dependencies = [\"small\"]\n\n[tasks.config]",
            "flows/sales.toml:28:",
            "Task 'small' depends on itself"),
        Arguments.of(
            "dependencies = [\"load\"]\n\n[[tasks.rules]]",
            "dependencies = []\n\n[[tasks.rules]]",
            "flows/sales.toml:17:",
            "does not wait for task 'load'"),
        Arguments.of("WHERE amount < 10\"", "WHERE amunt < 10\"", "flows/sales.toml:31:", "amunt"),
        Arguments.of(
            "sql = \"SELECT * FROM {{ raw_sales }} WHERE amount < 10\"",
            "sql = \"DROP TABLE raw_sales\"",
            "flows/sales.toml:31:",
            "SELECT"));
  }

  static Stream<Arguments> mistakesOfPaths() {
    return Stream.of(
        Arguments.of(
            "source_path = \"data/sales.csv\"",
            "source_path = \"../../etc/passwd\"",
            "flows/sales.toml:10:",
            "lies outside the project"),
        Arguments.of(
            "source_path = \"data/sales.csv\"",
            "source_path = \"data/nothing.csv\"",
            "flows/sales.toml:10:",
            "There is no file 'data/nothing.csv'"),
        Arguments.of(
            "flow_type = \"standard\"",
            "flow_type = \"standart\"",
            "flows/sales.toml:2:13",
            "There is no flow type 'standart'"));
  }

  @ParameterizedTest
  @MethodSource({"mistakes", "mistakesOfTasks", "mistakesOfPaths"})
  void aMistakeInAFlowIsNamedWithItsPlace(String right, String wrong, String place, String words)
      throws IOException {
    TestProject project = project().replace("flows/sales.toml", right, wrong);

    var output = project.command("validate");

    assertThat(output.out()).contains("error: " + place).contains(words);
    assertThat(output.code()).isEqualTo(3);
    var run = project.run("sales");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains(place).contains(words);
    assertThat(project.command("history").out()).doesNotContain("batch 1");
  }

  @Test
  void aCircleNamesTheTasksOnIt() throws IOException {
    TestProject project =
        project()
            .replace(
                "flows/sales.toml",
                "target_dataset_id = \"raw_sales\"",
                "target_dataset_id = \"raw_sales\"\ndependencies = [\"large\"]");

    var output = project.command("validate");

    assertThat(output.out())
        .contains("Tasks wait for each other in a circle: 'load' → 'large' → 'load'.");
  }

  @Test
  void twoFlowsCanNotLoadIntoOneDataset() throws IOException {
    TestProject project = project();
    project.write(
        "flows/copy.toml", project.read("flows/sales.toml").replace("\"sales\"", "\"copy\""));

    var output = project.command("validate");

    assertThat(output.code()).isEqualTo(3);
    assertThat(output.out())
        .contains("flows/copy.toml:", "Another flow loads files into dataset 'raw_sales' already.");
  }

  @Test
  void twoFlowsThatReplaceOneDatasetAreNamed() throws IOException {
    TestProject project = project();
    String copy =
        project.read("flows/sales.toml").replace("\"sales\"", "\"copy\"").replace("raw_", "other_");
    project.write("flows/copy.toml", copy);

    var output = project.command("validate");

    assertThat(output.code()).isZero();
    assertThat(output.out())
        .contains(
            "flows/copy.toml:",
            "Flow 'sales' writes dataset 'large_sales' too; each run replaces what the other"
                + " wrote.",
            "Flow 'copy' writes dataset 'small_sales' too;");

    project.write(
        "flows/copy.toml",
        copy.replace(
            "[[tasks.rules]]", "[tasks.properties]\nwrite_mode = \"append\"\n[[tasks.rules]]"));
    assertThat(project.command("validate").out())
        .contains("Flow 'copy' writes dataset 'large_sales' too;")
        .doesNotContain("Flow 'sales' writes dataset 'large_sales' too;");
  }

  @Test
  void aDeclaredColumnCanNotHaveANameOfTheProgram() throws IOException {
    TestProject project =
        project()
            .write(
                "datasets/raw_sales.toml",
                """
                name = "raw_sales"

                [columns.batch_id]
                schema_type = "integer"
                """);

    var output = project.command("validate");

    assertThat(output.code()).isEqualTo(3);
    assertThat(output.out()).contains("The column name 'batch_id' is kept for the program.");
  }

  @Test
  void textInANumberColumnIsShownWithFileRecordColumnAndText() throws IOException {
    TestProject project =
        project()
            .write(
                "datasets/raw_sales.toml",
                """
                name = "raw_sales"

                [columns.shop]
                schema_type = "string"

                [columns.amount]
                schema_type = "integer"
                """)
            .write("data/sales.csv", "shop,amount\nnorth,5\nsouth,many\nwest,7.5\n");

    var output = project.run("sales");

    assertThat(output.code()).isEqualTo(1);
    assertThat(output.err())
        .contains(
            "2 records of data/sales.csv can't be read as declared:",
            "data/sales.csv, record 2, column 'amount': not of type integer — many",
            "data/sales.csv, record 3, column 'amount': not of type integer — 7.5",
            "on_bad_row = \"reject\"");
  }

  @Test
  void raggedAndEmptyFilesAreRefused() throws IOException {
    TestProject project = project().write("data/sales.csv", "shop,amount\nnorth,5\nsouth\n");
    var ragged = project.run("sales");
    assertThat(ragged.code()).isEqualTo(1);
    assertThat(ragged.err()).contains("record 2");

    project.write("data/sales.csv", "");
    var empty = project.run("sales");
    assertThat(empty.code()).isEqualTo(3);
    assertThat(empty.err()).contains("data/sales.csv", "The file is empty.");
  }

  @Test
  void doubledAndMissingKeysAreNamed() throws IOException {
    TestProject project =
        project()
            .write(
                "datasets/raw_sales.toml",
                """
                name = "raw_sales"

                [columns.shop]
                schema_type = "string"
                primary_key = true

                [columns.amount]
                schema_type = "integer"
                """)
            .write("data/sales.csv", "shop,amount\nnorth,5\nsouth,6\nnorth,7\n");
    var doubled = project.run("sales");
    assertThat(doubled.code()).isEqualTo(1);
    assertThat(doubled.err())
        .contains("1 values of the primary key (shop) occur more than once: (north).");

    project.write("data/sales.csv", "shop,amount\nnorth,5\n,6\n");
    assertThat(project.run("sales").err())
        .contains("1 rows have no value in the primary key (shop).");

    project
        .write("data/sales.csv", "shop,amount\nnorth,5\nsouth,6\nnorth,70\n")
        .replace(
            "flows/sales.toml",
            "source_path = \"data/sales.csv\"",
            "source_path = \"data/sales.csv\"\non_duplicate_key = \"keep_last\"");
    assertThat(project.run("sales").code()).isZero();
    assertThat(project.rows("sales", "load")).containsExactly("shop,amount", "north,70", "south,6");
  }

  @Test
  void wrongUseOfTheCommandLineHasItsOwnCode() throws IOException {
    assertThat(project().run("sales", "--nonsense").code()).isEqualTo(2);
    var variable = project().run("sales", "--var", "nobody=1");
    assertThat(variable.code()).isEqualTo(1);
    assertThat(variable.err()).contains("--var nobody");
  }

  private TestProject project() throws IOException {
    return TestProject.empty(folder)
        .write("flows/sales.toml", FLOW)
        .write("data/sales.csv", "shop,amount\nnorth,5\nsouth,20\n");
  }
}
