package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kills the program in the middle of runs, again and again, and looks whether anything is lost. */
class KillTest {

  /** For each kind of landing. */
  private static final int KILLS = 20;

  private static final int NEW_DAYS = 4;
  private static final int EVENTS = 24;

  /** Milliseconds that an event, and the start of the program, may take. */
  private static final int LONGEST_EVENT = 60;

  private static final int LONGEST_START = 400;
  private static final int ROWS = 2_000;
  private static final String SNAPSHOTS = ".qarion/data.duckdb.snapshots/orders_landing";
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
      landing = "LANDING"
      """;

  @TempDir private Path folder;
  private ChildProgram program;

  /** Most of a short run is the start of its process, which would be where most kills hit. */
  @BeforeEach
  void makeTheProgramStartQuickly() throws Exception {
    program = ChildProgram.in(folder.resolve("program"));
    TestProject first = project(folder.resolve("first"), "duckdb", "table");
    program.archiveClassesOf("run", "orders", "--json", "-p", first.root().toString());
    assertThat(first.run("orders").out()).contains("Nothing to do");
  }

  @ParameterizedTest
  @CsvSource({"duckdb, table", "duckdb, direct", "sqlite, table", "tablesaw_local, table"})
  void nothingIsLostOrDoubledHoweverOftenTheProgramIsKilled(String engine, String landing)
      throws Exception {
    var random = new Random(20_261_122);
    TestProject project = project(folder.resolve("killed"), engine, landing);
    int days = 0;
    var kills = new EnumMap<Moment, Integer>(Moment.class);
    while (kills.values().stream().mapToInt(Integer::intValue).sum() < KILLS) {
      Optional<Moment> moment = killed(project, random);
      moment.ifPresent(at -> kills.merge(at, 1, Integer::sum));
      // What a killed run leaves is work for the next one; a finished one leaves nothing.
      for (int i = 0; i < (moment.isPresent() ? 1 : NEW_DAYS); i++) {
        day(project, ++days);
      }
    }
    assertThat(kills).as("where the kills hit").containsKey(Moment.WITHIN);
    assertThat(project.run("orders").code()).isZero();

    TestProject clean = project(folder.resolve("clean"), engine, landing);
    for (int day = 1; day <= days; day++) {
      day(clean, day);
    }
    assertThat(clean.run("orders").code()).isZero();

    assertThat(feed(project)).isEqualTo(feed(clean));
    List<String> history = project.command("history", "--limit", "10000").out().lines().toList();
    // A kill may come between a line in the history and the event that says so.
    assertThat(history.stream().filter(line -> line.contains("interrupted")).count())
        .isCloseTo(kills.getOrDefault(Moment.WITHIN, 0), within(KILLS / 4L));
    assertThat(history.stream().filter(line -> line.contains("  running"))).isEmpty();
    try (Stream<Path> left = Files.list(project.root().resolve(".qarion/tmp"))) {
      assertThat(left).allMatch(path -> path.endsWith("spill"));
    }
    if (landing.equals("direct")) {
      try (Stream<Path> kept = Files.list(project.root().resolve(SNAPSHOTS))) {
        assertThat(kept).as("files of the last delivery").hasSize(1);
      }
    }
  }

  /** Where a kill hit: before the run began, in it, or when all was said and not yet closed. */
  private enum Moment {
    BEFORE,
    WITHIN,
    AFTER
  }

  /** Starts a run in a process of its own and kills it at a random moment; empty if it was over. */
  private Optional<Moment> killed(TestProject project, Random random) throws Exception {
    Process process =
        new ProcessBuilder(
                program.command("run", "orders", "--json", "-p", project.root().toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int events = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(EVENTS);
    var said = new StringBuilder();
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (int seen = 0; seen < events; seen++) {
        said.append(out.readLine()).append('\n');
      }
      int wait = events == 0 ? LONGEST_START : LONGEST_EVENT;
      boolean ended = process.waitFor(random.nextInt(wait), TimeUnit.MILLISECONDS);
      // Unlike that of the process, the handle leaves what was said to be read.
      process.toHandle().destroyForcibly();
      process.waitFor();
      out.lines().forEach(said::append);
      return ended ? Optional.empty() : Optional.of(moment(said.toString()));
    }
  }

  private static Moment moment(String said) {
    if (said.contains("\"RunFinished\"")) {
      return Moment.AFTER;
    }
    return said.contains("\"RunStarted\"") ? Moment.WITHIN : Moment.BEFORE;
  }

  private static TestProject project(Path root, String engine, String landing) throws IOException {
    return TestProject.empty(root)
        .write("qarion-etl.toml", "format_version = 1\n[engine]\nname = \"" + engine + "\"\n")
        .write("flows/orders.toml", FLOW.replace("LANDING", landing))
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
