package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches that are done again: all of them from their files, or the newest. */
class DoneAgainTest {

  private static final String FLOW =
      """
      id = "people"
      flow_type = "change_feed"

      [input]
      primary_key = ["id"]
      columns = [
        { name = "id", schema_type = "integer" },
        { name = "name", schema_type = "string" },
      ]

      [properties]
      PROPERTIES

      [properties.load]
      source_path = "data"
      file_pattern = "*.csv"
      batching = "per_file"
      LOAD
      """;

  private static final String PARTIAL =
      "snapshot_type = \"partial\"\ndelete_column = \"name\"\ndelete_values = [\"gone\"]";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "keep_batches = 1", "landing = \"direct\""})
  void aReloadReadsAllFilesAndGivesTheSameRows(String load) throws IOException {
    TestProject project = threeDays("", load);
    List<String> before = feed(project);

    var reloaded = project.run("people", "--reload");

    assertThat(reloaded.err()).isEmpty();
    assertThat(reloaded.out())
        .contains("data/1.csv: 2 rows", "data/3.csv: 2 rows", "Read again and computed from 3");
    assertThat(feed(project)).isEqualTo(before);
    assertThat(project.rows("people", "landing")).hasSize(load.isEmpty() ? 7 : 3);
    assertThat(project.run("people").out()).contains("Nothing to do");
  }

  @Test
  void aReloadTakesNewFilesLast() throws IOException {
    TestProject project = threeDays("", "");
    project.write("data/0.csv", "id,name\n1,Zoe\n");

    assertThat(project.run("people", "--reload").out()).contains("Batch 4", "data/0.csv: 1 rows");

    assertThat(feed(project)).anyMatch(line -> line.startsWith("1,Zoe,4,changed,name"));
  }

  @Test
  void aReloadRefusesABatchWhoseFileIsGoneOrChanged() throws IOException {
    TestProject project = threeDays("", "");
    List<String> before = feed(project);
    Files.delete(folder.resolve("data/2.csv"));

    var gone = project.run("people", "--reload");

    assertThat(gone.code()).isEqualTo(1);
    assertThat(gone.err())
        .contains("Batch 2 can't be loaded again: its file 'data/2.csv' is gone.");
    project.write("data/2.csv", "id,name\n1,Eve\n");
    assertThat(project.run("people", "--reload").err())
        .contains("Batch 2 can't be loaded again: its file 'data/2.csv' has changed since.");
    assertThat(feed(project)).isEqualTo(before);
  }

  @Test
  void aReloadThatFailsLeavesEverythingAsItWas() throws IOException {
    TestProject project = threeDays("", "");
    List<String> before = feed(project);
    project.replace(
        "flows/people.toml",
        "\"name\", schema_type = \"string\"",
        "\"name\", schema_type = \"integer\"");

    var reloaded = project.run("people", "--reload");

    assertThat(reloaded.err()).contains("2 records of data/1.csv can't be read as declared");
    project.replace(
        "flows/people.toml",
        "\"name\", schema_type = \"integer\"",
        "\"name\", schema_type = \"string\"");
    assertThat(feed(project)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "keep_batches = 1", "landing = \"direct\""})
  void theNewestBatchDoneAgainGivesTheSameFeed(String load) throws IOException {
    TestProject project = threeDays("", load);
    List<String> before = feed(project);

    var again = project.run("people", "--rerun");

    assertThat(again.err()).isEmpty();
    assertThat(again.out()).contains("Batch 3", "Did batch 3 again.");
    assertThat(feed(project)).isEqualTo(before);
    assertThat(project.run("people").out()).contains("Nothing to do");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "keep_batches = 1", "landing = \"direct\""})
  void theStateOfPartialDeliveriesIsComputedAgainFromTheBatchesBefore(String load)
      throws IOException {
    TestProject project = threeDays(PARTIAL, load);
    List<String> before = feed(project);
    List<String> state = state(project);

    var again = project.run("people", "--rerun", "3");

    assertThat(again.err()).isEmpty();
    assertThat(feed(project)).isEqualTo(before);
    assertThat(state(project)).isEqualTo(state);
  }

  @Test
  void whatLandingAndTheFilesHaveLostIsNamed() throws IOException {
    TestProject project = threeDays(PARTIAL, "keep_batches = 1");
    List<String> before = feed(project);
    Files.delete(folder.resolve("data/1.csv"));

    assertThat(project.run("people", "--rerun").err())
        .contains("Batch 1 can't be loaded again: its file 'data/1.csv' is gone.");
    assertThat(feed(project)).isEqualTo(before);
  }

  @Test
  void onlyTheNewestBatchIsDoneAgainAndNoNewFileIsTaken() throws IOException {
    TestProject project = threeDays("", "");
    project.write("data/4.csv", "id,name\n1,Zoe\n");

    var older = project.run("people", "--rerun", "2");

    assertThat(older.code()).isEqualTo(1);
    assertThat(older.err())
        .contains("Batch 2 can't be done again; batch 3 is the newest, and only that one can.");
    assertThat(project.run("people", "--rerun").out()).doesNotContain("Batch 4");
    assertThat(project.run("people").out()).contains("Batch 4");
  }

  @Test
  void thereMustBeABatchThatEnded() throws IOException {
    TestProject project = project("", "").write("data/1.csv", "id,name\n1,Ann\n1,Bob\n");

    assertThat(project.run("people", "--rerun").err())
        .contains("No batch of this flow has ended yet.");
    assertThat(project.run("people").code()).isEqualTo(1);
    assertThat(project.run("people", "--rerun").err())
        .contains("Batch 1 is not finished, so it can't be done again.");
  }

  @Test
  void onlyOneWayOfDoingBatchesAgainCanBeAskedFor() throws IOException {
    assertThat(threeDays("", "").run("people", "--reload", "--rerun").code()).isEqualTo(2);
  }

  private TestProject threeDays(String properties, String load) throws IOException {
    TestProject project = project(properties, load);
    project.write("data/1.csv", "id,name\n1,Ann\n2,Bob\n");
    project.write("data/2.csv", "id,name\n1,Anna\n3,Cat\n");
    project.write("data/3.csv", "id,name\n1,gone\n3,Kat\n");
    assertThat(project.run("people").code()).isZero();
    return project;
  }

  private TestProject project(String properties, String load) throws IOException {
    return TestProject.empty(folder)
        .write("flows/people.toml", FLOW.replace("PROPERTIES", properties).replace("LOAD", load));
  }

  /** The feed with batches and clocks. */
  private List<String> feed(TestProject project) throws IOException {
    return stored(project, "people_change_feed");
  }

  private List<String> state(TestProject project) throws IOException {
    return stored(project, "people_state");
  }

  private List<String> stored(TestProject project, String dataset) throws IOException {
    project.write(
        "flows/look.toml",
        """
        id = "look"
        flow_type = "export_flow"

        [properties.export]
        source_dataset_id = "%s"
        export_mode = "full"
        file_path = "out/look.csv"
        """
            .formatted(dataset));
    var run = project.run("look");
    assertThat(run.code()).as(run.err()).isZero();
    Files.delete(folder.resolve("flows/look.toml"));
    var lines = new ArrayList<>(project.read("out/look.csv").lines().sorted().toList());
    assertThat(lines).hasSizeGreaterThan(1);
    return lines;
  }
}
