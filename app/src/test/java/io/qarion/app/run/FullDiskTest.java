package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lets the disk end at each stage of a run: nothing is half-written, and a later run mends all. */
class FullDiskTest {

  private static final String FULL =
      "The disk is full, or a limit on the size of files is reached: '";
  private static final String WAY_OUT =
      "Free space or raise the limit, and run it again; what was there before is unharmed.";
  private static final String FLOW =
      """
      id = "wide"
      flow_type = "standard"

      [[tasks]]
      id = "load"
      type = "ingestion"
      target_dataset_id = "numbers"
      config = { source_path = "data/n.csv" }

      [[tasks]]
      id = "widen"
      type = "transformation"
      source_dataset_id = "numbers"
      target_dataset_id = "wide"
      dependencies = ["load"]
      config = { sql = "SQL" }

      [[tasks]]
      id = "write"
      type = "export"
      source_dataset_id = "wide"
      dependencies = ["widen"]

      [tasks.config]
      file_path = "out/FILE"
      """;
  private static final String FEW = "SELECT n, t FROM {{ numbers }} WHERE n < 10";

  /** Little in a table, where columns are packed, and much in a file. */
  private static final String MANY =
      "SELECT n, n + 1 AS a, n + 2 AS b, n + 3 AS c, n + 4 AS d, repeat('x', 90) AS t"
          + " FROM (SELECT a.n * 1000 + b.n AS n FROM {{ numbers }} a, {{ numbers }} b)";

  /** Sorts more rows than the memory holds. */
  private static final String SORTED =
      "SELECT max(place) AS n FROM (SELECT row_number() OVER (ORDER BY hash(a.t || b.t)) AS place,"
          + " a.t || b.t AS both FROM {{ numbers }} a, {{ numbers }} b)";

  @TempDir private static Path programs;
  private static ChildProgram program;

  @TempDir private Path folder;

  @BeforeAll
  static void layOutTheProgram() throws IOException {
    program = ChildProgram.in(programs);
  }

  static Stream<Arguments> stages() {
    return Stream.of(
        Arguments.of("load", 200_000, FEW, "wide.csv", 2_000, "(tasks[0])", "data.duckdb'"),
        Arguments.of("commit", 50_000, FEW, "wide.csv", 1_000, "(tasks[0])", "data.duckdb.wal'"),
        Arguments.of("spill", 700, SORTED, "wide.csv", 2_000, "(tasks[1])", "tmp/spill/"),
        Arguments.of("CSV export", 400, MANY, "wide.csv", 3_000, "(tasks[2])", "-wide.csv'"),
        Arguments.of(
            "Parquet export", 400, MANY, "wide.parquet", 3_000, "(tasks[2])", "-wide.parquet'"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stages")
  void aFullDiskFailsTheStepAndHarmsNothing(
      String stage, int rows, String sql, String file, int kilobytes, String place, String what)
      throws Exception {
    TestProject project = project("full", rows, sql, file).write("out/" + file, "old\n");

    var full = program.runWithFilesUpTo(kilobytes, "run", "wide", "-p", project.root().toString());

    assertThat(full.code()).as(stage).isEqualTo(1);
    assertThat(full.err())
        .matches("error: flows/wide\\.toml:\\d+:\\d+ [^\n]+")
        .contains(place, FULL, what, "' can't grow: ", "Its disk '", WAY_OUT);
    assertThat(project.read("out/" + file)).isEqualTo("old\n");
    assertThat(filesBelow(project.root().resolve("out"))).containsExactly(file);
    // DuckDB marks its spill folder, and whoever opens it next takes an old mark away.
    assertThat(filesBelow(project.root().resolve(".qarion/tmp")))
        .allMatch(name -> name.startsWith("duckdb_temp_") && name.endsWith("_owner"));
    assertThat(project.command("history").out()).contains("  failed  ");

    assertThat(project.run("wide").code()).isZero();
    assertThat(filesBelow(project.root().resolve(".qarion/tmp"))).isEmpty();
    TestProject clean = project("clean", rows, sql, file);
    assertThat(clean.run("wide").code()).isZero();
    assertThat(project.rows("wide", "load")).isEqualTo(clean.rows("wide", "load"));
    assertThat(project.rows("wide", "widen")).isEqualTo(clean.rows("wide", "widen"));
    assertThat(Files.size(project.root().resolve("out/" + file)))
        .isEqualTo(Files.size(clean.root().resolve("out/" + file)));
  }

  @Test
  void whereOnlyTheLastTidyingFailsTheRunIsDone() throws Exception {
    TestProject project = project("full", 100, FEW, "wide.csv");

    var full = program.runWithFilesUpTo(200, "run", "wide", "-p", project.root().toString());

    assertThat(full.err())
        .startsWith("warning: " + project.root().resolve(".qarion/data.duckdb"))
        .contains("All rows are stored, but the engine could not tidy up after the run.", FULL);
    assertThat(full.out()).contains("Done in");
    assertThat(full.code()).isZero();
    assertThat(project.read("out/wide.csv").lines()).hasSize(11);
    var again = project.run("wide");
    assertThat(again.out()).contains("Nothing to do");
    assertThat(again.err()).isEmpty();
    assertThat(project.rows("wide", "load")).hasSize(101);
  }

  @Test
  void afterAFailureTheSameSessionRunsOtherFlows() throws Exception {
    TestProject project = project("full", 400_000, FEW, "wide.csv");
    for (String other : List.of("first", "second")) {
      project
          .write(
              "flows/" + other + ".toml",
              FLOW.replace("wide", other)
                  .replace("numbers", other + "_numbers")
                  .replace("n.csv", "few.csv")
                  .replace("SQL", "SELECT n FROM {{ " + other + "_numbers }}")
                  .replace("FILE", other + ".csv"))
          .write("data/few.csv", "n,t\n1,a\n2,b\n");
    }

    var full =
        program.runClassWithFilesUpTo(
            4_000, RunInOneSession.class, project.root().toString(), "first", "wide", "second");

    assertThat(full.out().lines())
        .as(full.err())
        .containsSubsequence("first SUCCESS", "wide FAILED", "disk.full", "second SUCCESS");
    assertThat(project.read("out/second.csv")).isEqualTo("n\n1\n2\n");
  }

  @Test
  void aHistoryThatCannotBeMadeRefusesTheRun() throws Exception {
    TestProject project = project("full", 100, FEW, "wide.csv");

    var full = program.runWithFilesUpTo(40, "run", "wide", "-p", project.root().toString());

    assertThat(full.code()).isEqualTo(1);
    assertThat(full.err())
        .startsWith("error: " + project.root().resolve(".qarion/metadata.db"))
        .contains("The run history can't be written: ", "Its disk '", "Free space");
    assertThat(project.has("out")).isFalse();
    assertThat(project.run("wide").code()).isZero();
    assertThat(project.rows("wide", "load")).hasSize(101);
  }

  @Test
  void aProjectThatCannotBeOwnedRefusesTheRun() throws Exception {
    TestProject project = project("full", 100, FEW, "wide.csv");

    var full = program.runWithFilesUpTo(0, "run", "wide", "-p", project.root().toString());

    assertThat(full.code()).isEqualTo(1);
    assertThat(full.err())
        .startsWith("error: " + project.root().resolve(".qarion"))
        .contains("The project's work folder can't be written: ", "Its disk '", "Free space");
    assertThat(project.run("wide").code()).isZero();
  }

  @Test
  void anEngineThatCannotUnpackItsLibrarySaysWhere() throws Exception {
    TestProject project = project("full", 100, FEW, "wide.csv");
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    ChildProgram packed = ChildProgram.packed(temporary);

    var full = packed.runWithFilesUpTo(5_000, "run", "wide", "-p", project.root().toString());

    assertThat(full.code()).isEqualTo(1);
    assertThat(full.err())
        .startsWith("error: " + temporary)
        .contains("DuckDB's library can't be unpacked", "Its disk '", "-Djava.io.tmpdir");
  }

  @Test
  void aNewProjectIsThereWholeOrNotAtAll() throws Exception {
    Path made = folder.resolve("made");

    var full = program.runWithFilesUpTo(0, "new-project", made.toString());

    assertThat(full.code()).isEqualTo(1);
    assertThat(full.err())
        .contains("made", "can't be written: ", "Its disk '", "Free space")
        .hasLineCount(1);
    assertThat(made).doesNotExist();
    assertThat(program.run("new-project", made.toString()).code()).isZero();
    assertThat(made.resolve("flows/first.toml")).exists();
  }

  private TestProject project(String name, int rows, String sql, String file) throws IOException {
    var text = new StringBuilder("n,t\n");
    for (int i = 0; i < rows; i++) {
      text.append(i).append(',').append(Long.toHexString(i * 0x9E3779B97F4A7C15L)).append('\n');
    }
    return TestProject.empty(folder.resolve(name))
        .write(
            "qarion-etl.toml",
            """
            format_version = 1

            [engine]
            name = "duckdb"

            [engine.config]
            memory_limit = "60MB"
            threads = 1
            """)
        .write("flows/wide.toml", FLOW.replace("SQL", sql).replace("FILE", file(file)))
        .write("data/n.csv", text.toString());
  }

  private static String file(String name) {
    return name.endsWith(".parquet")
        ? name + "\"\noptions = { compression = \"uncompressed\" } # \""
        : name;
  }

  private static List<String> filesBelow(Path top) throws IOException {
    try (Stream<Path> files = Files.walk(top)) {
      return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
    }
  }
}
