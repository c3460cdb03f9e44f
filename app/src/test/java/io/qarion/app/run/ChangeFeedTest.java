package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeFeedTest {

  private static final String FLOW =
      """
      id = "people"
      flow_type = "change_feed"

      [input]
      primary_key = ["id"]
      columns = [
        { name = "id", schema_type = "integer", required = true },
        { name = "name", schema_type = "string" },
        { name = "age", schema_type = "integer" },
      ]

      [properties.load]
      source_path = "data"
      file_pattern = "*.csv"
      batching = "per_file"
      """;

  @TempDir private Path folder;

  @Test
  void matchesTheWorkedOracleOfDeltasChangeDataFeed() throws IOException {
    TestProject project = project("output = \"cdf\"");
    project.write("data/1.csv", "id,name,age\n1,Ann,20\n2,Bob,21\n5,Eve,\n");
    project.write("data/2.csv", "id,name,age\n1,Ann,21\n3,Cat,19\n5,Eve,\n");

    assertThat(project.run("people").code()).isZero();

    assertThat(feed(project, "2"))
        .containsExactlyInAnyOrder(
            "1,Ann,20,update_preimage",
            "1,Ann,21,update_postimage",
            "2,Bob,21,delete",
            "3,Cat,19,insert");
  }

  @Test
  void classifiesRecordsAndNamesWhatChanged() throws IOException {
    TestProject project = project("include_unchanged = true\ninclude_previous_values = true");
    project.write("data/1.csv", "id,name,age\n1,Ann,20\n2,Bob,21\n5,Eve,\n");
    project.write("data/2.csv", "id,name,age\n1,Anna,21\n3,Cat,19\n5,Eve,\n");
    project.write("data/3.csv", "id,name,age\n1,Anna,\n2,Bob,21\n3,Cat,19\n5,Eve,\n");

    assertThat(project.run("people").code()).isZero();

    assertThat(feed(project, "2"))
        .containsExactlyInAnyOrder(
            "1,Anna,21,changed,\"name,age\",Ann,20",
            "2,Bob,21,deleted,,Bob,21",
            "3,Cat,19,new,,,",
            "5,Eve,,unchanged,,Eve,");
    assertThat(feed(project, "3"))
        .containsExactlyInAnyOrder(
            "1,Anna,,changed,age,Anna,21",
            "2,Bob,21,new,,,",
            "3,Cat,19,unchanged,,Cat,19",
            "5,Eve,,unchanged,,Eve,");
  }

  @Test
  void partialDeliveriesDeleteOnlyWhatSaysSo() throws IOException {
    TestProject project =
        project(
            "snapshot_type = \"partial\"\ndelete_column = \"name\"\ndelete_values = [\"gone\"]");
    project.write("data/1.csv", "id,name,age\n1,Ann,20\n2,Bob,21\n3,Cat,22\n");
    project.write("data/2.csv", "id,name,age\n1,Ann,30\n2,gone,\n9,gone,\n");
    project.write("data/3.csv", "id,name,age\n2,Bob,21\n3,Cat,22\n");

    assertThat(project.run("people").code()).isZero();

    assertThat(feed(project, "2"))
        .containsExactlyInAnyOrder("1,Ann,30,changed,age", "2,Bob,21,deleted,");
    assertThat(feed(project, "3")).containsExactlyInAnyOrder("2,Bob,21,new,");
  }

  @Test
  void anEqualDeliveryAddsNothing() throws IOException {
    TestProject project = project("");
    project.write("data/1.csv", "id,name,age\n1,Ann,20\n");
    project.write("data/2.csv", "id,name,age\n1,Ann,20\n\n");

    assertThat(project.run("people").code()).isZero();

    assertThat(feed(project, "2")).isEmpty();
  }

  @Test
  void aFullRefreshGivesTheSameRowsUnderTheSameBatches() throws IOException {
    TestProject project = project("");
    project.write("data/1.csv", "id,name,age\n1,Ann,20\n2,Bob,21\n");
    project.write("data/2.csv", "id,name,age\n1,Ann,21\n");
    assertThat(project.run("people").code()).isZero();
    List<String> before = all(project);

    var refreshed = project.run("people", "--full-refresh");

    assertThat(refreshed.out()).contains("Computed again from 2 batches.");
    assertThat(all(project)).isEqualTo(before);
  }

  @Test
  void oldBatchesLeaveLandingAndAreNotComputedAgain() throws IOException {
    TestProject project = project("");
    project.replace("flows/people.toml", "batching =", "keep_batches = 1\nbatching =");
    for (int day = 1; day <= 3; day++) {
      project.write("data/" + day + ".csv", "id,name,age\n1,Ann," + day + "\n");
    }
    assertThat(project.run("people").code()).isZero();

    assertThat(project.rows("people", "landing")).containsExactly("id,name,age", "1,Ann,3");
    assertThat(feed(project, "3")).containsExactly("1,Ann,3,changed,age");
    var refresh = project.run("people", "--full-refresh");
    assertThat(refresh.code()).isEqualTo(1);
    assertThat(refresh.err()).contains("Batch 1 can't be computed again");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theFeedAppliedToTheStateBeforeGivesTheStateAfter(long seed) throws IOException {
    var random = new Random(seed);
    TestProject project = project("");
    Map<Integer, String> last = new TreeMap<>();
    for (int day = 1; day <= 4; day++) {
      last = new TreeMap<>();
      var text = new StringBuilder("id,name,age\n");
      for (int id = 1; id <= 30; id++) {
        if (random.nextInt(4) > 0) {
          String row = name(random) + "," + (random.nextInt(3) == 0 ? "" : random.nextInt(3));
          last.put(id, row);
          text.append(id).append(',').append(row).append('\n');
        }
      }
      project.write("data/day" + day + ".csv", text.toString());
    }
    assertThat(project.run("people").code()).isZero();

    Map<Integer, String> state = new TreeMap<>();
    for (int batch = 1; batch <= 4; batch++) {
      for (String line : feed(project, Integer.toString(batch))) {
        List<String> cells = CsvCells.of(line);
        int id = Integer.parseInt(cells.get(0));
        String row = cells.get(1) + "," + cells.get(2);
        Optional<String> before =
            switch (cells.get(3)) {
              case "deleted" -> Optional.ofNullable(state.remove(id));
              default -> Optional.ofNullable(state.put(id, row));
            };
        assertThat(before.isPresent()).isEqualTo(!cells.get(3).equals("new"));
        assertThat(before.orElse("")).isNotEqualTo(cells.get(3).equals("changed") ? row : "none");
      }
    }
    assertThat(state).isEqualTo(last);
  }

  private TestProject project(String properties) throws IOException {
    return TestProject.empty(folder)
        .write(
            "flows/people.toml",
            FLOW.replace(
                "[properties.load]", "[properties]\n" + properties + "\n\n[properties.load]"))
        .write(
            "flows/feed.toml",
            """
            id = "feed"
            flow_type = "export_flow"

            [properties.export]
            source_dataset_id = "people_change_feed"
            export_mode = "batch"
            batch_id = 1
            file_path = "out/feed.csv"
            """);
  }

  /** The feed's rows of a batch, without batch and times. */
  private static List<String> feed(TestProject project, String batch) throws IOException {
    project.write(
        "flows/feed.toml",
        project.read("flows/feed.toml").replaceFirst("batch_id = \\d+", "batch_id = " + batch));
    assertThat(project.run("feed").code()).isZero();
    List<String> lines = project.read("out/feed.csv").lines().toList();
    List<String> names = CsvCells.of(lines.getFirst());
    var rows = new ArrayList<String>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = CsvCells.of(line);
      var kept = new ArrayList<String>();
      for (int i = 0; i < names.size(); i++) {
        if (!List.of("batch_id", "xt_detected_at", "_commit_version", "_commit_timestamp")
            .contains(names.get(i))) {
          kept.add(cells.get(i));
        }
      }
      rows.add(String.join(",", kept));
    }
    return rows;
  }

  private static List<String> all(TestProject project) throws IOException {
    var rows = new ArrayList<String>();
    for (String batch : List.of("1", "2")) {
      feed(project, batch);
      project.read("out/feed.csv").lines().sorted().forEach(rows::add);
    }
    return rows;
  }

  private static String name(Random random) {
    return List.of("Ann", "Bob", "Cat", "").get(random.nextInt(4));
  }
}
