package io.qarion.core.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.FlowId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectWatcherTest {

  private static final String FLOW = "id = 'a'\nflow_type = 'standard'\n";

  @TempDir private Path folder;
  private final BlockingQueue<Set<String>> reports = new LinkedBlockingQueue<>();

  @BeforeEach
  void makeProject() throws IOException {
    Files.writeString(folder.resolve("qarion-etl.toml"), "");
    Files.createDirectory(folder.resolve("flows"));
  }

  @Test
  void anOutsideChangeIsReportedWithinTwoSeconds() throws Exception {
    Path file = Files.writeString(folder.resolve("flows/a.toml"), FLOW);
    try (ProjectWatcher _ = LocalProject.open(folder).watch(reports::add)) {
      Files.writeString(file, FLOW + "# edited\n");
      assertThat(report()).containsExactly("flows/a.toml");
      Files.writeString(folder.resolve("qarion-etl.toml"), "[project]\n");
      assertThat(report()).containsExactly("qarion-etl.toml");
      Files.delete(file);
      assertThat(report()).containsExactly("flows/a.toml");
    }
  }

  @Test
  void aFolderThatIsMadeLaterIsWatchedToo() throws Exception {
    try (ProjectWatcher _ = LocalProject.open(folder).watch(reports::add)) {
      Path datasets = Files.createDirectory(folder.resolve("datasets"));
      Files.writeString(datasets.resolve("d.toml"), "name = 'd'");
      assertThat(report()).containsExactly("datasets/d.toml");
    }
  }

  @Test
  void theProgramsOwnWritesAreNoNews() throws Exception {
    LocalProject project = LocalProject.open(folder);
    try (ProjectWatcher _ = project.watch(reports::add)) {
      project.flows().save(new FlowId("a"), FLOW);
      project.flows().save(new FlowId("a"), FLOW + "# second\n");
      // what somebody else does next is the first thing that is reported
      Files.writeString(folder.resolve("flows/b.toml"), FLOW);
      assertThat(report()).containsExactly("flows/b.toml");
      project.flows().delete(new FlowId("a"));
      Files.writeString(folder.resolve("flows/c.toml"), FLOW);
      assertThat(report()).containsExactly("flows/c.toml");
    }
  }

  @Test
  void whatTheProgramWroteOnceIsNewsWhenSomebodyElseWritesIt() throws Exception {
    LocalProject project = LocalProject.open(folder);
    Path file = folder.resolve("flows/a.toml");
    try (ProjectWatcher _ = project.watch(reports::add)) {
      project.flows().save(new FlowId("a"), FLOW);
      Files.writeString(folder.resolve("flows/b.toml"), FLOW);
      assertThat(report()).containsExactly("flows/b.toml");
      Files.writeString(file, "# theirs\n");
      assertThat(report()).containsExactly("flows/a.toml");
      Files.writeString(file, FLOW);
      assertThat(report()).containsExactly("flows/a.toml");
    }
  }

  private @Nullable Set<String> report() throws InterruptedException {
    return reports.poll(2, TimeUnit.SECONDS);
  }
}
