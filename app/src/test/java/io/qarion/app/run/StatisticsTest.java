package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says it did, against what is known to be in the files. */
class StatisticsTest {

  private static final String FLOW =
      """
      id = "sales"
      flow_type = "standard"

      [[tasks]]
      id = "load"
      type = "ingestion"
      target_dataset_id = "raw_sales"

      [tasks.config]
      source_path = "data"
      file_pattern = "*.csv"
      on_bad_row = "reject"

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
      id = "write"
      type = "export"
      source_dataset_id = "large_sales"
      dependencies = ["large"]

      [tasks.config]
      file_path = "out/large.csv"
      """;

  private static final String BIG =
      """
      id = "big"
      flow_type = "standard"

      [[tasks]]
      id = "load"
      type = "ingestion"
      target_dataset_id = "small"

      [tasks.config]
      source_path = "data"
      file_pattern = "*.csv"

      [[tasks]]
      id = "sort"
      type = "transformation"
      source_dataset_id = "small"
      target_dataset_id = "sorted"
      dependencies = ["load"]

      [tasks.config]
      sql = \"\"\"
      SELECT text, row_number() OVER (ORDER BY text) AS place
      FROM (SELECT md5(CAST(random() AS VARCHAR)) || repeat('x', 30) AS text
        FROM {{ small }} a, {{ small }} b)
      \"\"\"
      """;

  @TempDir private Path folder;

  @Test
  void rowsAndBytesAreThoseOfTheFiles() throws IOException {
    TestProject project =
        TestProject.empty(folder)
            .write("flows/sales.toml", FLOW)
            .write(
                "datasets/raw_sales.toml",
                """
                name = "raw_sales"

                [columns.shop]
                schema_type = "string"

                [columns.amount]
                schema_type = "integer"
                """)
            .write("data/1.csv", "shop,amount\nnorth,20\nsouth,5\nwest,x\n")
            .write("data/2.csv", "shop,amount\nnorth,30\nsouth,7\n");

    var run = project.run("sales", "--json");

    assertThat(counters(step(run, "load")))
        .containsExactly(
            5, 4, 1, size("data/1.csv") + size("data/2.csv"), 0); // in, out, rejected, bytes
    assertThat(counters(step(run, "large"))).containsExactly(4, 2, 0, 0, 0);
    assertThat(counters(step(run, "write"))).containsExactly(2, 2, 0, 0, size("out/large.csv"));
  }

  @Test
  void aBatchCountsItsOwnRowsAndThoseItIsComparedWith() throws IOException {
    TestProject project = feed("");
    project.write("data/1.csv", "id,name\n1,Ann\n2,Bob\n3,Cat\n");
    project.write("data/2.csv", "id,name\n1,Ann\n2,Ben\n");
    project.write("data/3.csv", "id,name\n1,Ann\n");

    var lines = events(project.run("people", "--json"), "StepFinished");

    assertThat(lines)
        .filteredOn(line -> line.path("step").asText().equals("change_feed"))
        .extracting(line -> counters(line).subList(0, 2))
        .containsExactly(List.of(3, 3), List.of(5, 2), List.of(3, 1));
  }

  @Test
  void aDatasetThatTwoInstructionsReadCountsOnce() throws IOException {
    TestProject project = feed("snapshot_type = \"partial\"");
    project.write("data/1.csv", "id,name\n1,Ann\n2,Bob\n3,Cat\n");
    project.write("data/2.csv", "id,name\n2,Ben\n");

    var lines = events(project.run("people", "--json"), "StepFinished");

    assertThat(lines)
        .filteredOn(line -> line.path("step").asText().equals("change_feed"))
        .extracting(line -> line.path("statistics").path("rowsIn").asInt())
        .containsExactly(3, 4);
  }

  @Test
  void theOperatorsOfAStepSayWhatTheyDid() throws IOException {
    TestProject project = feed("");
    project.write("data/1.csv", "id,name\n1,Ann\n2,Bob\n");
    project.write("data/2.csv", "id,name\n1,Ann\n2,Ben\n");

    var run = project.run("people", "--json");

    assertThat(operators(step(run, "landing").path("profile"))).contains("TABLE_SCAN 2");
    assertThat(operators(step(run, "change_feed").path("profile")))
        .contains("HASH_JOIN 2", "TABLE_SCAN 2");
  }

  @Test
  void aStepThatDoesNotFitIntoMemorySaysWhatItSpilled() throws IOException {
    TestProject project = big();

    var run = project.run("big", "--json");

    assertThat(run.err()).isEmpty();
    assertThat(step(run, "load").path("statistics").path("spilled").asLong()).isZero();
    long spilled = step(run, "sort").path("statistics").path("spilled").asLong();
    assertThat(spilled).isGreaterThan(1_000_000);
    assertThat(step(run, "sort").path("statistics").path("peakMemory").asLong())
        .isBetween(10_000_000L, 100_000_000L);
    assertThat(events(run, "RunFinished").getFirst().path("statistics").path("spilled").asLong())
        .isEqualTo(spilled);
    assertThat(project.command("history", "--run", runId(run)).out())
        .contains("MB of memory, ", "MB spilled");
  }

  /** A step that sorts two million texts in little memory. */
  private TestProject big() throws IOException {
    return TestProject.empty(folder)
        .write(
            "qarion-etl.toml",
            """
            format_version = 1
            [engine]
            name = "duckdb"
            [engine.config]
            memory_limit = "80MB"
            threads = 2
            """)
        .write("data/1.csv", "n\n" + "1\n".repeat(1_500))
        .write("flows/big.toml", BIG);
  }

  private TestProject feed(String properties) throws IOException {
    return TestProject.empty(folder)
        .write(
            "flows/people.toml",
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
            %s

            [properties.load]
            source_path = "data"
            file_pattern = "*.csv"
            batching = "per_file"
            """
                .formatted(properties));
  }

  private int size(String file) throws IOException {
    return Math.toIntExact(Files.size(folder.resolve(file)));
  }

  private static List<Integer> counters(JsonNode step) {
    JsonNode done = step.path("statistics");
    return List.of(
        done.path("rowsIn").asInt(),
        done.path("rowsOut").asInt(),
        done.path("rowsRejected").asInt(),
        done.path("bytesRead").asInt(),
        done.path("bytesWritten").asInt());
  }

  private static List<String> operators(JsonNode profile) {
    var found = new ArrayList<String>();
    for (JsonNode operator : profile) {
      found.add(operator.path("name").asText() + " " + operator.path("rows").asLong());
      found.addAll(operators(operator.path("children")));
    }
    return found;
  }

  /** The last time that a step ended. */
  private static JsonNode step(TestProject.Output run, String step) throws IOException {
    return events(run, "StepFinished").stream()
        .filter(event -> event.path("step").asText().equals(step))
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  private static String runId(TestProject.Output run) throws IOException {
    return events(run, "RunStarted").getFirst().path("run").asText();
  }

  private static List<JsonNode> events(TestProject.Output run, String kind) throws IOException {
    assertThat(run.code()).as(run.err() + run.out()).isZero();
    var json = new ObjectMapper();
    var found = new ArrayList<JsonNode>();
    for (String line : run.out().lines().toList()) {
      JsonNode event = json.readTree(line);
      if (event.path("event").asText().equals(kind)) {
        found.add(event);
      }
    }
    return found;
  }
}
