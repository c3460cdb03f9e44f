package io.qarion.app.run;

import static io.qarion.app.run.FlowsOfFlows.HEAD;
import static io.qarion.app.run.FlowsOfFlows.loading;
import static io.qarion.app.run.FlowsOfFlows.task;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of flows that run others and are wrong. */
class OrchestratorMistakesTest {

  @TempDir private Path folder;
  private TestProject project;

  @BeforeEach
  void makeProject() throws IOException {
    project = TestProject.empty(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          flow_id = "frist" | The project has no flow 'frist'. Did you mean 'first'?
          flow_id = "all" | Flows run each other in a circle: 'all' → 'all'.
          flow_id = "back" | Flows run each other in a circle: 'all' → 'back' → 'all'.
          name = "x" | flow_id
          flow_id = "first"; retries = -1 | A run can't be tried again -1 times.
          flow_id = "first"; timeout = "soon" | 'soon' is no length of time.
          flow_id = "first"; run_when = "failure" | runs when a task before it fails, and there is none
          flow_id = "first"; run_when = "never" | never
          flow_id = "first"; condition = "tasks.gone.rows_written > 1" | tasks.gone.rows_written
          flow_id = "first"; condition = "1 + 1" | condition
          flow_id = "first"; variables = { a = ":gone" } | This flow has no variable 'gone'.
          """)
  void mistakesAreSaidWithTheirPlace(String settings, String said) throws IOException {
    loading(project, "first", "id,amount\n1,10\n");
    project.write("flows/back.toml", HEAD.replace("\"all\"", "\"back\"") + task("b", "all", ""));
    project.write(
        "flows/all.toml",
        HEAD
            + "[[tasks]]\nid = \"one\"\ntype = \"flow\"\n\n[tasks.properties]\n"
            + settings.replace("; ", "\n")
            + "\n");

    var output = project.command("validate");

    assertThat(output.code()).isNotZero();
    assertThat(output.out() + output.err()).contains("flows/all.toml:").contains(said);
  }

  @Test
  void atLeastOneFlowHasToRunAtATime() throws IOException {
    loading(project, "first", "id,amount\n1,10\n");
    project.write(
        "flows/all.toml", HEAD + "\n[properties]\nmax_parallel = 0\n\n" + task("one", "first", ""));

    assertThat(project.run("all").err())
        .contains("flows/all.toml:5:")
        .contains("0 flows can't run at once. Write 1 or more.");
  }

  @Test
  void anOrchestratorRunsNothingButFlows() throws IOException {
    project.write("flows/all.toml", HEAD + "[[tasks]]\nid = \"one\"\ntype = \"transformation\"\n");

    assertThat(project.run("all").err()).contains("Task 'one' is no flow");
  }
}
