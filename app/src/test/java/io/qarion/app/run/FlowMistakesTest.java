package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the flow types and the transformation say of settings that make no sense together. */
class FlowMistakesTest {

  private static final String FEED =
      """
      id = "feed"
      flow_type = "change_feed"

      [input]
      primary_key = ["id"]
      columns = [{ name = "id", schema_type = "integer" }, { name = "op", schema_type = "string" }]

      [properties]

      [properties.load]
      source_path = "data"
      file_pattern = "*.csv"
      """;
  private static final String WHOLE =
      """
      id = "whole"
      flow_type = "export_flow"

      [properties.export]
      source_dataset_id = "feed_change_feed"
      file_path = "out/feed.csv"
      """;
  private static final String TASKS =
      """
      id = "tasks"
      flow_type = "standard"

      [[tasks]]
      id = "load"
      type = "ingestion"
      target_dataset_id = "raw"
      config = { source_path = "data/1.csv" }

      [[tasks]]
      id = "change"
      type = "transformation"
      source_dataset_id = "raw"
      target_dataset_id = "changed"
      dependencies = ["load"]

      [tasks.config]
      sql = "SELECT id, op FROM {{ raw }}"

      [tasks.properties]
      write_mode = "replace"
      """;

  @TempDir private Path folder;

  @Test
  void allIsWellWithoutMistakes() throws IOException {
    var output = project().command("validate");

    assertThat(output.err()).isEmpty();
    assertThat(output.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "primary_key = [\"id\"]; primary_key = []; compares rows by key and has none.",
        "primary_key = [\"id\"]; primary_key = [\"key\"]; The primary key names 'key', which is no",
        "name = \"op\"; name = \"xt_op\"; xt_op",
        "columns = [{ name = \"id\", schema_type = \"integer\" }, { name = \"op\","
            + " schema_type = \"string\" }]; columns = []; The flow declares no input columns.",
        "[properties]; [properties]¶delete_column = \"op\"; A full delivery says by absence",
        "[properties]; [properties]¶snapshot_type = \"partial\"¶delete_column = \"op\";"
            + " No value of 'op' means deleted.",
        "[properties]; [properties]¶snapshot_type = \"partial\"¶delete_values = [\"D\"]¶"
            + "delete_column = \"oq\"; 'oq' is no input column.",
      })
  void aChangeFeedThatMakesNoSenseIsRefused(String right, String wrong, String words)
      throws IOException {
    refused("flows/feed.toml", right, wrong, words);
  }

  @Test
  void aChangeFeedWithoutFilesIsRefused() throws IOException {
    String load = FEED.substring(FEED.indexOf("[properties.load]"));

    refused("flows/feed.toml", load, "", "The flow does not say where its files are.");
  }

  @Test
  void aColumnThatIsComparedAndNotThereIsAWarning() throws IOException {
    TestProject project =
        project()
            .replace(
                "flows/feed.toml",
                "[properties]\n",
                "[properties]\nchange_detection_columns = [\"op\", \"oq\"]\n");

    var output = project.command("validate");

    assertThat(output.out())
        .contains("warning: ", "'oq' is no input column and is never compared.");
    assertThat(output.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "feed_change_feed; nothing; There is no dataset 'nothing' in the project.",
        "source_dataset_id = \"feed_change_feed\"; export_mode = \"changes_only\"¶"
            + "source_dataset_id = \"feed_landing\"; 'feed_landing' is no change feed",
        "source_dataset_id = \"feed_change_feed\"; export_mode = \"incremental\"¶"
            + "source_dataset_id = \"changed\"; 'changed' has no batches.",
        "source_dataset_id; export_mode = \"batch\"¶source_dataset_id; Which batch is to be",
        "file_path = \"out/feed.csv\"; ; Which file is to be written?",
      })
  void anExportThatMakesNoSenseIsRefused(String right, String wrong, String words)
      throws IOException {
    refused("flows/whole.toml", right, wrong == null ? "" : wrong, words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "target_dataset_id = \"changed\"; ; Task 'change' does not say where its rows go.",
        "source_dataset_id = \"raw\"; ; Task 'change' has no source.",
        "write_mode = \"replace\"; write_mode = \"merge\"; Write mode 'merge' needs to know which",
        "write_mode = \"replace\"; write_mode = \"replace_keys\"; Write mode 'replace_keys' needs",
        "write_mode = \"replace\"; write_mode = \"replace\"¶¶[[tasks.rules]]¶"
            + "operation = \"distinct\"; Task 'change' has both SQL and steps.",
        "type = \"transformation\"; type = \"transform\"; has the unknown type 'transform'.",
      })
  void aTransformationThatMakesNoSenseIsRefused(String right, String wrong, String words)
      throws IOException {
    refused("flows/tasks.toml", right, wrong == null ? "" : wrong, words);
  }

  @Test
  void aDeclaredTargetHasToFit() throws IOException {
    TestProject project =
        project()
            .write(
                "datasets/changed.toml",
                """
                name = "changed"

                [columns.id]
                schema_type = "integer"

                [columns.place]
                schema_type = "string"
                required = true
                """);

    assertThat(project.command("validate").out())
        .contains(
            "The task gives a column 'op' that dataset 'changed' does not declare.",
            "Dataset 'changed' requires the column 'place', which the task does not give.");
  }

  @ParameterizedTest
  @CsvSource({"append, 4", "merge, 2", "replace_keys, 2", "replace, 2"})
  void rowsGetIntoTheTargetAsTheWriteModeSays(String mode, int rows) throws IOException {
    String key = mode.equals("append") ? "" : "\nmerge_key = [\"id\"]";
    TestProject project =
        project().replace("flows/tasks.toml", "\"replace\"", '"' + mode + '"' + key);
    assertThat(project.run("tasks").code()).isZero();

    project.replace("flows/tasks.toml", "SELECT id, op", "SELECT id, upper(op) AS op");
    var output = project.run("tasks");

    assertThat(output.err()).isEmpty();
    assertThat(output.code()).isZero();
    assertThat(project.command("run", "out").code()).isZero();
    assertThat(project.read("out/changed.csv").lines()).hasSize(1 + rows);
    assertThat(project.read("out/changed.csv")).contains("1,A").contains("2,B");
  }

  @Test
  void aFlowWithoutTasksIsAHint() throws IOException {
    TestProject project =
        project().write("flows/none.toml", "id = \"none\"\nflow_type = \"standard\"\n");

    assertThat(project.command("validate").out()).contains("hint: ", "The flow has no tasks.");
  }

  private void refused(String file, String right, String wrong, String words) throws IOException {
    TestProject project = project().replace(file, right, wrong.replace("¶", "\n"));

    var output = project.command("validate");

    assertThat(output.out()).contains("error: " + file + ":").contains(words);
    assertThat(output.code()).isEqualTo(3);
  }

  private TestProject project() throws IOException {
    return TestProject.empty(folder)
        .write("flows/feed.toml", FEED)
        .write("flows/whole.toml", WHOLE)
        .write("flows/tasks.toml", TASKS)
        .write(
            "flows/out.toml",
            WHOLE
                .replace("\"whole\"", "\"out\"")
                .replace("feed_change_feed", "changed")
                .replace("feed.csv", "changed.csv"))
        .write("data/1.csv", "id,op\n1,a\n2,b\n");
  }
}
