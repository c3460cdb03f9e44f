package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the program in the middle of runs, again and again, and looks whether anything is lost. */
class KillTest {

  private static final int KILLS = 40;
  private static final int NEW_DAYS = 4;
  private static final int ROWS = 2_000;
  private static final String FLOW =
      """
      id = "orders"
      flow_type = "change_feed"

      [input]
      primary_key = ["id"]
      columns = [
        { name = "id", schema_type = "integer", required = true },
        { name = "amount", schema_type = "integer" },
      ]

      [properties.load]
      source_path = "data"
      file_pattern = "day*.csv"
      batching = "per_file"
      """;

  @TempDir private Path folder;

  @Test
  void nothingIsLostOrDoubledHoweverOftenTheProgramIsKilled() throws Exception {
    var random = new Random(20_261_122);
    TestProject project = project(folder.resolve("killed"));
    int days = 0;
    int kills = 0;
    while (kills < KILLS) {
      if (killed(project, random)) {
        kills++;
      } else {
        for (int i = 0; i < NEW_DAYS; i++) {
          day(project, ++days);
        }
      }
    }
    assertThat(project.run("orders").code()).isZero();

    TestProject clean = project(folder.resolve("clean"));
    for (int day = 1; day <= days; day++) {
      day(clean, day);
    }
    assertThat(clean.run("orders").code()).isZero();

    assertThat(feed(project)).isEqualTo(feed(clean));
    List<String> history = project.command("history", "--limit", "10000").out().lines().toList();
    // A kill may come after a run's end is in the history and before its process is over.
    assertThat(history.stream().filter(line -> line.contains("interrupted")).count())
        .isBetween(KILLS * 9L / 10, (long) KILLS);
    assertThat(history.stream().filter(line -> line.contains("  running"))).isEmpty();
    try (Stream<Path> left = Files.list(project.root().resolve(".qarion/tmp"))) {
      assertThat(left).allMatch(path -> path.endsWith("spill"));
    }
  }

  /** Starts a run in a process of its own and kills it at a random event; false if it was over. */
  private static boolean killed(TestProject project, Random random) throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.qarion.app.Launcher",
                "run",
                "orders",
                "--json",
                "--project",
                project.root().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int events = 1 + random.nextInt(24);
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      for (int seen = 1; line != null && seen < events; seen++) {
        line = out.readLine();
      }
      if (line == null || line.contains("\"RunFinished\"")) {
        process.waitFor();
        return false;
      }
      boolean ended = process.waitFor(random.nextInt(60), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      return !ended;
    }
  }

  private static TestProject project(Path root) throws IOException {
    return TestProject.empty(root)
        .write("flows/orders.toml", FLOW)
        .write("data/day000.csv", "id,amount\n1,1\n")
        .write(
            "flows/all.toml",
            """
            id = "all"
            flow_type = "export_flow"

            [properties.export]
            source_dataset_id = "orders_change_feed"
            file_path = "out/all.csv"
            """);
  }

  private static void day(TestProject project, int day) throws IOException {
    var random = new Random(day);
    var text = new StringBuilder("id,amount\n");
    for (int id = 1; id <= ROWS; id++) {
      if (random.nextInt(20) > 0) {
        text.append(id).append(',').append(random.nextInt(3)).append('\n');
      }
    }
    project.write("data/day%03d.csv".formatted(day), text.toString());
  }

  /** The feed without ids and times of batches, which differ from run to run, sorted. */
  private static List<String> feed(TestProject project) throws IOException {
    assertThat(project.run("all").code()).isZero();
    List<String> lines = project.read("out/all.csv").lines().toList();
    int batch = CsvCells.of(lines.getFirst()).indexOf("batch_id");
    List<List<String>> rows =
        lines.stream()
            .skip(1)
            .<List<String>>map(line -> new ArrayList<>(CsvCells.of(line)))
            .toList();
    List<Integer> batches =
        rows.stream().map(row -> Integer.valueOf(row.get(batch))).distinct().sorted().toList();
    for (List<String> row : rows) {
      row.set(batch, "batch " + batches.indexOf(Integer.valueOf(row.get(batch))));
      row.removeLast();
    }
    return rows.stream().map(row -> String.join(",", row)).sorted().toList();
  }
}
