package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flows that compare deliveries in place and keep only the last of them. */
class DirectLandingTest {

  private static final String FLOW =
      """
      id = "stock"
      flow_type = "change_feed"

      [input]
      primary_key = ["id"]
      columns = [
        { name = "id", schema_type = "integer", required = true },
        { name = "label", schema_type = "string" },
        { name = "price", schema_type = "decimal(10,2)" },
        { name = "weight", schema_type = "float" },
        { name = "sold", schema_type = "boolean" },
        { name = "day", schema_type = "date" },
        { name = "hour", schema_type = "time" },
        { name = "moment", schema_type = "timestamp" },
        { name = "extra", schema_type = "json" },
      ]

      [properties.load]
      source_path = "data"
      file_pattern = "*.csv"
      batching = "per_file"
      landing = "LANDING"
      options = { null_values = ["NULL"] }
      """;
  private static final String HEADER = "id,label,price,weight,sold,day,hour,moment,extra\n";
  private static final List<List<String>> VALUES =
      List.of(
          List.of("a", "", "NULL", "\"x, \"\"y\"\"\""),
          List.of("1.50", "-0.01", "NULL"),
          List.of("0.1", "1e300", "NaN", "NULL"),
          List.of("true", "false", "NULL"),
          List.of("2026-02-28", "NULL"),
          List.of("23:59:59.999999", "NULL"),
          List.of("2026-01-01 00:00:00.000001", "1969-12-31 23:59:59", "NULL"),
          List.of("\"{\"\"a\"\": [1, null]}\"", "NULL"));
  private static final String SNAPSHOTS = ".qarion/data.duckdb.snapshots/stock_landing";

  @TempDir private Path folder;

  @Test
  void givesTheSameFeedAsALandingTableForEveryType() throws IOException {
    TestProject table = project("table", "table");
    TestProject direct = project("direct", "direct");
    for (int day = 1; day <= 4; day++) {
      String rows = rows(day);
      table.write("data/day" + day + ".csv", rows);
      direct.write("data/day" + day + ".csv", rows);
      if (day % 2 == 0) {
        assertThat(table.run("stock").code()).isZero();
        assertThat(direct.run("stock").err()).isEmpty();
      }
    }

    assertThat(feed(direct)).hasSizeGreaterThan(100).isEqualTo(feed(table));
  }

  @Test
  void keepsOnlyTheLastDelivery() throws IOException {
    TestProject project = project("one", "direct");
    for (int day = 1; day <= 3; day++) {
      project.write("data/day" + day + ".csv", rows(day));
    }

    assertThat(project.run("stock").code()).isZero();

    assertThat(snapshots(project)).singleElement().asString().startsWith("3-");
    var again = project.run("stock", "--full-refresh");
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err())
        .contains("Batch 1 can't be computed again", "landing = \"direct\" keeps only the last");
  }

  @Test
  void refusedDeliveriesLeaveNothingBehind() throws IOException {
    TestProject project = project("bad", "direct");
    project.write("data/day1.csv", HEADER + row(1) + row(2));
    assertThat(project.run("stock").code()).isZero();
    List<String> before = feed(project);
    List<String> kept = snapshots(project);

    project.write("data/day2.csv", HEADER + row(1) + row(1));
    assertThat(project.run("stock").err())
        .contains("1 values of the primary key (id) occur more than once: (1).");
    project.write("data/day2.csv", HEADER + row(1) + "2,a,many,1,true,,,,\n");
    assertThat(project.run("stock").err()).contains("data/day2.csv, record 2, column 'price'");

    assertThat(snapshots(project)).isEqualTo(kept);
    project.write("data/day2.csv", HEADER + row(1));
    assertThat(project.run("stock").code()).isZero();
    assertThat(feed(project)).hasSize(before.size() + 1).containsAll(before);
  }

  @Test
  void rejectsAndRepeatedKeysAreSettledAsInATable() throws IOException {
    TestProject table = project("table", "table");
    TestProject direct = project("direct", "direct");
    for (TestProject project : List.of(table, direct)) {
      project.replace(
          "flows/stock.toml",
          "batching = \"per_file\"",
          "on_bad_row = \"reject\"\non_duplicate_key = \"keep_last\"");
      project.write(
          "data/1.csv", HEADER + row(1) + "x,a,1,1,true,,,,\n" + row(2) + "3,short\n" + row(1));
      project.write("data/2.csv", HEADER + "2,later,9.99,1,true,NULL,NULL,NULL,NULL\n" + row(4));
      assertThat(project.run("stock").code()).isZero();
    }

    assertThat(feed(direct))
        .hasSize(3)
        .isEqualTo(feed(table))
        .anyMatch(row -> row.contains("later"));
    assertThat(rejects(direct)).hasSize(3).isEqualTo(rejects(table));
  }

  @Test
  void aFlowMayChangeFromATableAndBack() throws IOException {
    TestProject project = project("both", "table");
    TestProject plain = project("plain", "table");
    List<String> kinds = List.of("table", "direct", "direct", "table", "table");
    for (int day = 1; day <= kinds.size(); day++) {
      project.write("flows/stock.toml", FLOW.replace("LANDING", kinds.get(day - 1)));
      project.write("data/day" + day + ".csv", rows(day));
      plain.write("data/day" + day + ".csv", rows(day));
      var run = project.run("stock");
      assertThat(run.code()).as(run.err()).isZero();
      if (day == 2) {
        assertThat(run.out() + run.err())
            .contains("the rows loaded before are in table 'stock_landing_v1'");
      }
      assertThat(plain.run("stock").code()).isZero();
    }

    assertThat(feed(project)).isEqualTo(feed(plain));
    assertThat(snapshots(project)).isEmpty();
  }

  @Test
  void theProjectMayBeMovedToAnotherFolder() throws IOException {
    TestProject project = project("here", "direct");
    project.write("data/day1.csv", HEADER + row(1) + row(2));
    assertThat(project.run("stock").code()).isZero();

    Path there = Files.move(project.root(), folder.resolve("there ['x']"));
    TestProject moved = TestProject.empty(there).write("data/day2.csv", HEADER + row(2));

    assertThat(moved.rows("stock", "landing")).hasSize(3);
    var run = moved.run("stock");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(feed(moved)).hasSize(3).anyMatch(row -> row.contains("deleted"));
  }

  private TestProject project(String name, String landing) throws IOException {
    return TestProject.empty(folder.resolve(name))
        .write("flows/stock.toml", FLOW.replace("LANDING", landing))
        .write(
            "flows/all.toml",
            """
            id = "all"
            flow_type = "standard"

            [[tasks]]
            id = "feed"
            type = "transformation"
            source_dataset_id = "stock_change_feed"
            target_dataset_id = "all_feed"

            [[tasks.rules]]
            operation = "select"
            columns = ["id", "label", "price", "weight", "sold", "day", "hour", "moment", "extra", "xt_record_type", "xt_changed_columns"]
            """);
  }

  private static List<String> feed(TestProject project) throws IOException {
    return project.rows("all", "feed").stream().skip(1).toList();
  }

  private static List<String> rejects(TestProject project) throws IOException {
    project.write(
        "flows/bad.toml",
        """
        id = "bad"
        flow_type = "export_flow"

        [properties.export]
        source_dataset_id = "stock_rejects"
        file_path = "out/bad.csv"
        """);
    assertThat(project.run("bad").code()).isZero();
    return project.read("out/bad.csv").lines().sorted().toList();
  }

  private static List<String> snapshots(TestProject project) throws IOException {
    try (Stream<Path> files = Files.list(project.root().resolve(SNAPSHOTS))) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  private static String row(int id) {
    return id + ",a,1.50,0.1,true,NULL,NULL,NULL,NULL\n";
  }

  /** Some of sixty records with values that repeat from day to day. */
  private static String rows(int day) {
    var random = new Random(day);
    var text = new StringBuilder(HEADER);
    for (int id = 1; id <= 60; id++) {
      if (random.nextInt(5) > 0) {
        text.append(id);
        for (List<String> column : VALUES) {
          text.append(',').append(column.get(random.nextInt(column.size())));
        }
        text.append('\n');
      }
    }
    return text.toString();
  }
}
