package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.plan.RunOptions;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.problem.FlowId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.run.ProjectSession;
import io.qarion.core.run.RunResult;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not what they should be, at the start of a run and in the middle of it. */
class FileFaultsTest {

  private static final int MANY = 5_000_000;
  private static final String FLOW =
      """
      id = "sales"
      flow_type = "standard"

      [[tasks]]
      id = "load"
      type = "ingestion"
      target_dataset_id = "sales"

      [tasks.config]
      source_path = "data"
      file_pattern = "*.csv"

      [[tasks]]
      id = "write"
      type = "export"
      source_dataset_id = "sales"
      dependencies = ["load"]

      [tasks.config]
      file_path = "out/sales.csv"
      """;

  @TempDir private Path folder;

  @Test
  void aFileThatDisappearsInTheMiddleOfARunIsNamedAndNothingIsLoaded() throws IOException {
    TestProject project = project();
    Path second = folder.resolve("data/2.csv");
    String content = Files.readString(second);

    RunResult result = runAndAfterTheFirstFile(() -> Files.delete(second));

    assertThat(result.status()).isEqualTo(RunStatus.FAILED);
    assertThat(result.problems()).hasSize(1);
    assertThat(result.problems().getFirst())
        .hasToString(
            "data/2.csv (tasks[0]): The file can't be read: it is not there any more, or you may"
                + " not read it. Check that it is there and that you may read it.");
    try (ProjectSession session = ProjectSession.open(ProjectModel.open(folder), Plugins.load())) {
      assertThat(session.environment().engine().tableRows("sales")).isZero();
    }
    Files.writeString(second, content);
    assertThat(project.run("sales").code()).isZero();
    assertThat(project.read("out/sales.csv")).isEqualTo("shop,amount\nnorth,1\nsouth,2\n");
  }

  @Test
  void aFileThatIsReplacedInTheMiddleOfARunIsNotTakenForTheOneThatWasPlanned() throws IOException {
    TestProject project = project();
    Path second = folder.resolve("data/2.csv");

    RunResult result =
        runAndAfterTheFirstFile(() -> Files.writeString(second, "shop,amount\nwest,33\n"));

    assertThat(result.status()).isEqualTo(RunStatus.FAILED);
    assertThat(result.problems())
        .singleElement()
        .hasToString(
            "data/2.csv (tasks[0]): The file was changed while the run went on."
                + " Wait until it is written to its end, and run it again.");
    assertThat(project.run("sales").code()).isZero();
    assertThat(project.read("out/sales.csv")).isEqualTo("shop,amount\nnorth,1\nwest,33\n");
    assertThat(project.run("sales").out()).contains("Nothing to do");
  }

  /** What another program does to a file. */
  private interface Meddling {
    void run() throws IOException;
  }

  private RunResult runAndAfterTheFirstFile(Meddling meddling) {
    var done = new AtomicBoolean();
    try (ProjectSession session = ProjectSession.open(ProjectModel.open(folder), Plugins.load())) {
      return session.run(
          new FlowId("sales"),
          RunOptions.DEFAULT,
          event -> {
            if (event instanceof RunEvent.FileLoaded && !done.getAndSet(true)) {
              meddle(meddling);
            }
          },
          new Cancellation());
    }
  }

  private static void meddle(Meddling meddling) {
    try {
      meddling.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "data/1.csv/sales.csv; data/1.csv' is a file, not a folder",
        "data; The file can't be written: it is a folder",
        "/proc/sales.csv; lies outside the project",
      })
  void anExportThatHasNoPlaceToGoSaysWhy(String path, String words) throws IOException {
    TestProject project = project().replace("flows/sales.toml", "out/sales.csv", path);

    var output = project.run("sales");

    assertThat(output.code()).isIn(1, 3);
    assertThat(output.err()).startsWith("error: ").hasLineCount(1).contains(words);
    assertThat(project.read("data/1.csv")).isEqualTo("shop,amount\nnorth,1\n");
    assertThat(folder.resolve(".qarion/tmp").toFile().list()).containsOnly("spill");
    var command = project.command("export", "sales", "load", path);
    assertThat(command.code()).isEqualTo(1);
    assertThat(command.err()).startsWith("error: ").hasLineCount(1).contains(words);

    project.replace("flows/sales.toml", "file_path = \"" + path, "file_path = \"out/sales.csv");
    assertThat(project.run("sales").code()).isZero();
    assertThat(project.read("out/sales.csv")).isEqualTo("shop,amount\nnorth,1\nsouth,2\n");
  }

  @Test
  void anExportMakesTheFoldersThatAreMissing() throws IOException {
    TestProject project =
        project().replace("flows/sales.toml", "out/sales.csv", "out/by/day/sales.csv");

    assertThat(project.run("sales").code()).isZero();

    assertThat(project.read("out/by/day/sales.csv")).isEqualTo("shop,amount\nnorth,1\nsouth,2\n");
  }

  @Test
  void aFolderThatMayOnlyBeReadIsNamed() throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("r-xr-xr-x"));
    Assumptions.assumeFalse(Files.isWritable(out), "permissions do not bind this user");

    var output = project().run("sales");

    assertThat(output.code()).isEqualTo(1);
    assertThat(output.err()).contains("can't be written: permission is denied", "Its disk '");
  }

  @Test
  void textInANumberColumnIsFoundOnTheLastButOneOfFiveMillionRows() throws IOException {
    TestProject project =
        project()
            .write(
                "datasets/sales.toml",
                """
                name = "sales"

                [columns.shop]
                schema_type = "integer"

                [columns.amount]
                schema_type = "integer"
                """);
    Files.delete(folder.resolve("data/2.csv"));
    writeMany(folder.resolve("data/1.csv"));

    var output = project.run("sales");

    assertThat(output.code()).isEqualTo(1);
    assertThat(output.err())
        .isEqualTo(
            """
            error: data/1.csv (tasks[0]): 1 records of data/1.csv can't be read as declared:
              data/1.csv, record 4999999, column 'amount': not of type integer — many
            Correct the file, declare the column as string, or write on_bad_row = "reject".
            """);
    assertThat(project.has("out/sales.csv")).isFalse();
    try (ProjectSession session = ProjectSession.open(ProjectModel.open(folder), Plugins.load())) {
      assertThat(session.environment().engine().tableRows("sales")).isZero();
    }
  }

  private static void writeMany(Path file) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write("shop,amount\n");
      for (int row = 1; row <= MANY; row++) {
        writer.write(row == MANY - 1 ? "7,many\n" : "7,1\n");
      }
    }
  }

  private TestProject project() throws IOException {
    return TestProject.empty(folder)
        .write("flows/sales.toml", FLOW)
        .write("data/1.csv", "shop,amount\nnorth,1\n")
        .write("data/2.csv", "shop,amount\nsouth,2\n");
  }
}
