package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.FilenameFilter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other processes do to a run: Ctrl+C, and a second program on the same project. */
class StopTest {

  private static final String ENDLESS =
      "SELECT max(hash(a.n + b.n + c.n + d.n)) AS h"
          + " FROM {{ numbers }} a, {{ numbers }} b, {{ numbers }} c, {{ numbers }} d";
  private static final String SHORT = "SELECT max(n) AS h FROM {{ numbers }}";

  @TempDir private static Path programs;
  private static ChildProgram program;

  @TempDir private Path folder;
  private final List<Process> started = new ArrayList<>();
  private TestProject project;

  @BeforeAll
  static void layOutTheProgram() throws IOException {
    program = ChildProgram.in(programs);
  }

  @BeforeEach
  void makeProject() throws IOException {
    project = project("project", ENDLESS);
  }

  @AfterEach
  void endWhatIsStillThere() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void ctrlCStopsARunCleanlyAndTheNextOneResumesIt() throws Exception {
    Process run = startedUntil("\"StepStarted\"", "\"multiply\"");

    interrupt(run);

    var output = ChildProgram.ended(run);
    assertThat(output.code()).isEqualTo(130);
    assertThat(output.out()).contains("\"event\":\"RunFinished\"", "\"status\":\"cancelled\"");
    assertThat(output.err())
        .isEqualTo(
            "error: flows/endless.toml:10:3 (tasks[1]): The run was stopped. Run it again to"
                + " resume.");
    assertThat(project.has("out/h.csv")).isFalse();
    assertThat(project.has(".qarion/owner")).isFalse();
    assertThat(project.command("history").out()).contains("  cancelled  ");

    project.replace("flows/endless.toml", ENDLESS, SHORT);
    var resumed = project.run("endless");
    assertThat(resumed.err()).isEmpty();
    assertThat(resumed.out()).contains("Batch 1, resumed", "already done in this batch");
    TestProject clean = project("clean", SHORT);
    assertThat(clean.run("endless").code()).isZero();
    assertThat(project.read("out/h.csv")).isEqualTo(clean.read("out/h.csv"));
    assertThat(project.rows("endless", "load")).isEqualTo(clean.rows("endless", "load"));
  }

  @Test
  void ctrlCStopsAnExportAndLeavesNoFile() throws Exception {
    project.replace("flows/endless.toml", "max(hash(a.n + b.n + c.n + d.n))", "hash(a.n + b.n)");
    Process export = start("export", "endless", "multiply", "out/all.csv");
    awaitFile(".qarion/tmp", "-all.csv");

    interrupt(export);

    var output = ChildProgram.ended(export);
    assertThat(output.code()).isEqualTo(130);
    assertThat(output.err()).isEqualTo("error: The run was stopped. Run it again to resume.");
    assertThat(project.has("out/all.csv")).isFalse();
    assertThat(project.command("history").err()).isEmpty();
    assertThat(project.root().resolve(".qarion/tmp").toFile().list()).containsOnly("spill");
  }

  @Test
  void aSecondProcessIsToldWhichOneOwnsTheProject() throws Exception {
    Process first = startedUntil("\"StepStarted\"", "\"multiply\"");

    var second = program.run("run", "endless", "-p", project.root().toString());

    assertThat(second.code()).isEqualTo(4);
    assertThat(second.err())
        .matches(
            "error: The project is in use by process "
                + first.pid()
                + " of .+, since .+\\. Close it there, or wait until it is done\\.");
    assertThat(program.run("validate", "-p", project.root().toString()).code()).isZero();
    assertThat(first.isAlive()).isTrue();
    interrupt(first);
    assertThat(ChildProgram.ended(first).code()).isEqualTo(130);
  }

  private TestProject project(String name, String sql) throws IOException {
    return TestProject.empty(folder.resolve(name))
        .write("data/n.csv", "n\n" + "1\n".repeat(3_000))
        .write(
            "flows/endless.toml",
            """
            id = "endless"
            flow_type = "standard"

            [[tasks]]
            id = "load"
            type = "ingestion"
            target_dataset_id = "numbers"
            config = { source_path = "data/n.csv" }

            [[tasks]]
            id = "multiply"
            type = "transformation"
            source_dataset_id = "numbers"
            target_dataset_id = "product"
            dependencies = ["load"]
            config = { sql = "SQL" }

            [[tasks]]
            id = "write"
            type = "export"
            source_dataset_id = "product"
            dependencies = ["multiply"]
            config = { file_path = "out/h.csv" }
            """
                .replace("SQL", sql));
  }

  private Process start(String... words) throws IOException {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("-p", project.root().toString()));
    var command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.addAll(program.command(all.toArray(String[]::new)));
    Process process = new ProcessBuilder(command).start();
    started.add(process);
    return process;
  }

  /** Starts a run and waits until it has said a line with these words. */
  private Process startedUntil(String... words) throws IOException, InterruptedException {
    Process process = start("run", "endless", "--json");
    var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8), 1);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (List.of(words).stream().allMatch(line::contains)) {
        return process;
      }
    }
    throw new IllegalStateException("The run ended early: " + ChildProgram.ended(process).err());
  }

  /** Waits until the program has begun to write a file with this end of its name. */
  private void awaitFile(String within, String end) {
    File top = project.root().resolve(within).toFile();
    FilenameFilter wanted = (_, name) -> name.endsWith(end);
    while (Objects.requireNonNullElse(top.list(wanted), new String[0]).length == 0) {
      assertThat(started).allMatch(Process::isAlive);
    }
  }

  private static void interrupt(Process process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }
}
