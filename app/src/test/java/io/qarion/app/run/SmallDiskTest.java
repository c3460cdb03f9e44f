package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on a disk that is really full; only where the tests may mount one. */
class SmallDiskTest {

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
      id = "write"
      type = "export"
      source_dataset_id = "numbers"
      dependencies = ["load"]
      config = { file_path = "out/n.csv" }
      """;
  private static final int ROWS = 60_000;

  @TempDir private Path folder;

  @AfterEach
  void unmountAll() throws Exception {
    for (String name : List.of("project/.qarion", "project/out", "project/history")) {
      if (Files.isDirectory(folder.resolve(name))) {
        mount("umount", folder.resolve(name).toString());
      }
    }
  }

  @Test
  void aFullDiskIsNamedAndOnceItHasRoomTheRunGoesOn() throws Exception {
    TestProject project = project();
    disk("project/.qarion", "2m");

    var full = project.run("wide");

    assertThat(full.code()).isEqualTo(1);
    assertThat(full.err())
        .startsWith("error: flows/wide.toml:4:3 (tasks[0]): The disk is full")
        .contains("' can't grow: No space left on device. Its disk '", "Free space")
        .hasLineCount(1);
    assertThat(project.has("out")).isFalse();
    remount("project/.qarion", "200m");
    assertThat(project.run("wide").code()).isZero();
    assertThat(project.read("out/n.csv")).isEqualTo(project.read("data/n.csv"));
  }

  @Test
  void anExportToAFullDiskLeavesTheOldFile() throws Exception {
    TestProject project = project();
    disk("project/out", "100k");
    project.write("out/n.csv", "old\n");

    var full = project.run("wide");

    assertThat(full.code()).isEqualTo(1);
    assertThat(full.err())
        .startsWith("error: " + project.root().resolve("out/n.csv"))
        .contains("The file can't be written: No space left on device. Its disk '", "Free space")
        .hasLineCount(1);
    assertThat(project.read("out/n.csv")).isEqualTo("old\n");
    assertThat(folder.resolve("project/out").toFile().list()).containsOnly("n.csv");
    remount("project/out", "20m");
    assertThat(project.run("wide").code()).isZero();
    assertThat(project.read("out/n.csv")).isEqualTo(project.read("data/n.csv"));
  }

  @Test
  void aHistoryThatFillsItsDiskInTheMiddleOfARunDoesNotStopIt() throws Exception {
    TestProject project =
        project()
            .write(
                "qarion-etl.toml",
                """
                format_version = 1

                [metadata_engine]
                name = "sqlite"

                [metadata_engine.config]
                path = "history/metadata.db"
                """);
    disk("project/history", "160k");
    assertThat(project.command("history").code()).isZero();

    var full = project.run("wide");

    assertThat(full.code()).isZero();
    assertThat(full.err())
        .startsWith("warning: " + project.root().resolve("history/metadata.db"))
        .contains("The run history can't be written: ", "Its disk '", "Free space")
        .hasLineCount(1);
    assertThat(project.read("out/n.csv")).isEqualTo(project.read("data/n.csv"));
    remount("project/history", "20m");
    assertThat(project.run("wide").out()).contains("Nothing to do");
    assertThat(project.command("history").out()).contains("  success  ");
  }

  private TestProject project() throws IOException {
    var text = new StringBuilder("n,t\n");
    for (int i = 0; i < ROWS; i++) {
      text.append(i).append(",x").append(Long.toHexString(i * 0x9E3779B97F4A7C15L)).append('\n');
    }
    return TestProject.empty(folder.resolve("project"))
        .write("flows/wide.toml", FLOW)
        .write("data/n.csv", text.toString());
  }

  private void disk(String name, String size) throws Exception {
    Path place = Files.createDirectories(folder.resolve(name));
    boolean mounted =
        mount("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", place.toString());
    Assumptions.assumeTrue(mounted, "this user may not mount disks");
  }

  private void remount(String name, String size) throws Exception {
    assertThat(mount("mount", "-o", "remount,size=" + size, folder.resolve(name).toString()))
        .isTrue();
  }

  private static boolean mount(String... command) throws Exception {
    return new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}
