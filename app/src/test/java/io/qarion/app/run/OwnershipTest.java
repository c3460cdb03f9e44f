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
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnershipTest {

  @TempDir private Path folder;

  @Test
  void aSecondProgramIsToldWhoOwnsTheProject() throws IOException {
    TestProject project = TestProject.example("orders-change-feed", folder);
    try (ProjectSession _ = ProjectSession.open(ProjectModel.open(folder), Plugins.load())) {
      var second = project.run("orders");

      assertThat(second.code()).isEqualTo(4);
      assertThat(second.err())
          .contains("The project is in use by process " + ProcessHandle.current().pid());
      assertThat(project.command("validate").code()).isZero();
    }
    assertThat(project.run("orders").code()).isZero();
  }

  @Test
  void aStoppedRunLeavesNothingAndIsResumed() throws IOException {
    TestProject project = endless();
    var cancellation = new Cancellation();
    try (ProjectSession session = ProjectSession.open(ProjectModel.open(folder), Plugins.load())) {
      RunResult result =
          session.run(
              new FlowId("endless"),
              RunOptions.DEFAULT,
              event -> {
                if (event instanceof RunEvent.StepProgressed progress
                    && progress.step().value().equals("multiply")) {
                  cancellation.cancel();
                }
              },
              cancellation);

      assertThat(result.status()).isEqualTo(RunStatus.CANCELLED);
      assertThat(session.environment().engine().tableSchema("product")).isEmpty();
      assertThat(session.environment().engine().tableRows("numbers")).isEqualTo(3_000);
      assertThat(session.history().runs(Optional.empty(), 1).getFirst().status())
          .isEqualTo(RunStatus.CANCELLED);
    }
    project.replace(
        "flows/endless.toml", ", {{ numbers }} b, {{ numbers }} c, {{ numbers }} d", "");
    project.replace("flows/endless.toml", "a.n + b.n + c.n + d.n", "a.n");
    var resumed = project.run("endless");
    assertThat(resumed.err()).isEmpty();
    assertThat(resumed.out()).contains("resumed").contains("already done in this batch");
    assertThat(resumed.code()).isZero();
  }

  private TestProject endless() throws IOException {
    TestProject project = TestProject.empty(folder);
    project.write("data/n.csv", "n\n" + "1\n".repeat(3_000));
    return project.write(
        "flows/endless.toml",
        """
        id = "endless"
        flow_type = "standard"

        [[tasks]]
        id = "load"
        type = "ingestion"
        target_dataset_id = "numbers"

        [tasks.config]
        source_path = "data/n.csv"

        [[tasks]]
        id = "multiply"
        type = "transformation"
        source_dataset_id = "numbers"
        target_dataset_id = "product"
        dependencies = ["load"]

        [tasks.config]
        sql = "SELECT max(hash(a.n + b.n + c.n + d.n)) AS h FROM {{ numbers }} a, {{ numbers }} b, {{ numbers }} c, {{ numbers }} d"
        """);
  }
}
