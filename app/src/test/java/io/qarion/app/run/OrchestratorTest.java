package io.qarion.app.run;

import static io.qarion.app.run.FlowsOfFlows.HEAD;
import static io.qarion.app.run.FlowsOfFlows.endless;
import static io.qarion.app.run.FlowsOfFlows.loading;
import static io.qarion.app.run.FlowsOfFlows.orchestrator;
import static io.qarion.app.run.FlowsOfFlows.task;
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
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flows that run other flows. */
@Timeout(300)
class OrchestratorTest {

  private static final String GOOD = "id,amount\n1,10\n2,20\n";
  private static final String BAD = "id,amount\n1,ten\n";
  private static final String GREET =
      """
      id = "greet"
      flow_type = "standard"

      [variables]
      word = "none"
      number = 0

      [[tasks]]
      id = "load"
      type = "ingestion"
      target_dataset_id = "raw"

      [tasks.config]
      source_path = "data/a.csv"

      [[tasks]]
      id = "say"
      type = "transformation"
      dependencies = ["load"]
      source_dataset_id = "raw"
      target_dataset_id = "said"

      [[tasks.rules]]
      operation = "derive"
      columns = { word = ":word", number = ":number" }
      """;

  private static final long LONG = 60;

  @TempDir private Path folder;
  private TestProject project;

  @BeforeEach
  void makeProject() throws IOException {
    project = TestProject.empty(folder);
  }

  @Test
  void flowsRunInTheirOrderWithHistoriesOfTheirOwn() throws IOException {
    loading(project, "first", GOOD);
    loading(project, "second", GOOD);
    orchestrator(
        project, task("one", "first", ""), task("two", "second", "dependencies = [\"one\"]"));

    var output = project.run("all");

    assertThat(output.err()).isEmpty();
    assertThat(output.code()).isZero();
    assertThat(output.out())
        .containsSubsequence(
            "Run of 'all'",
            "    first │ Run of 'first'",
            "    first │ Done",
            "✓ one",
            "    second │ Run of 'second'",
            "    second │ Done",
            "✓ two",
            "Done in",
            "8 rows written");
    assertThat(project.command("history").out())
        .containsSubsequence("second", "success", "first", "success", "all", "success");
  }

  @Test
  void everyRunLetsTheFlowsLookForWhatIsNew() throws IOException {
    loading(project, "first", GOOD);
    orchestrator(project, task("one", "first", ""));
    assertThat(project.run("all").code()).isZero();

    assertThat(project.run("all").out()).containsPattern("first │ Done in .*  Nothing to do: ");
    project.write("data/first/later.csv", "id,amount\n3,30\n");
    assertThat(project.run("all").out()).contains("later.csv: 1 rows");
    assertThat(project.run("all", "--full-refresh").out())
        .contains("first │ Done")
        .contains("Computed again from 2 batches.");
    var rerun = project.run("all", "--rerun");
    assertThat(rerun.code()).isNotZero();
    assertThat(rerun.err()).contains("Flow 'all' only runs other flows");
  }

  @Test
  void whatComesAfterAFailureIsAsTheTasksSay() throws IOException {
    loading(project, "bad", BAD);
    for (String flow : List.of("after", "rescue", "cleanup", "other", "calm")) {
      loading(project, flow, GOOD);
    }
    orchestrator(
        project,
        task("load", "bad", ""),
        task("next", "after", "dependencies = [\"load\"]"),
        task("further", "after", "dependencies = [\"next\"]"),
        task("help", "rescue", "dependencies = [\"load\"]", "run_when = \"failure\""),
        task("tidy", "cleanup", "dependencies = [\"next\", \"load\"]", "run_when = \"always\""),
        task("beside", "other", ""),
        task("no_need", "calm", "dependencies = [\"beside\"]", "run_when = \"failure\""));

    var output = project.run("all");

    assertThat(output.code()).isNotZero();
    assertThat(output.out())
        .contains("✗ load", "– next     skipped: 'load' failed")
        .contains("– further  skipped: 'next' was skipped")
        .contains("✓ help", "✓ tidy", "✓ beside")
        .contains("– no_need  skipped: no task before it failed");
    assertThat(output.err())
        .contains("flows/all.toml")
        .contains("Flow 'bad' failed: Step 'landing' failed")
        .contains("bad/a.csv");
    assertThat(project.command("history", "after").out()).contains("Nothing has been run yet");
    assertThat(history("rescue")).contains("success");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tasks.one.rows_written > 3 | true
          tasks.one.rows_written > 4 | false
          tasks.one.rows_written > :least | true
          tasks.one.status = 'success' and :mode in ('full', 'daily') | true
          tasks.one.status = 'failed' | false
          cast(null as boolean) | false
          """)
  void aConditionDecides(String condition, boolean runs) throws IOException {
    loading(project, "first", GOOD);
    loading(project, "second", GOOD);
    project.write(
        "flows/all.toml",
        "%s\n[variables]\nleast = 1\nmode = \"daily\"\n\n%s%s"
            .formatted(
                HEAD,
                task("one", "first", ""),
                task(
                    "two",
                    "second",
                    "dependencies = [\"one\"]",
                    "condition = \"" + condition + "\"")));

    var output = project.run("all");

    assertThat(output.err()).isEmpty();
    assertThat(output.code()).isZero();
    if (runs) {
      assertThat(output.out()).contains("✓ two");
    } else {
      assertThat(output.out())
          .contains("– two  skipped: its condition does not hold: " + condition);
    }
  }

  @Test
  void aFailedFlowIsTriedAgain() throws IOException {
    loading(project, "first", BAD);
    orchestrator(project, task("one", "first", "", "retries = 3", "retry_delay = \"0s\""));

    RunResult result =
        run(event -> {
          if (event instanceof RunEvent.FlowCalled called && called.status() == RunStatus.FAILED) {
            rewrite("data/first/a.csv", GOOD);
          }
        });

    assertThat(result.status()).isEqualTo(RunStatus.SUCCESS);
    assertThat(result.statistics().rowsOut()).isEqualTo(4);
    assertThat(result.problems())
        .singleElement()
        .satisfies(problem ->
            assertThat(problem.message()).isEqualTo("Flow 'first' succeeded at attempt 2."));
    assertThat(history("first")).containsSubsequence("success", "failed");
  }

  @Test
  void aFlowThatFailsEachTimeIsGivenUp() throws IOException {
    loading(project, "first", BAD);
    orchestrator(project, task("one", "first", "", "retries = 2"));

    var output = project.run("all");

    assertThat(output.code()).isNotZero();
    assertThat(output.err()).contains("Flow 'first' failed at each of 3 attempts");
    assertThat(history("first").split("batch 2     failed", -1)).hasSize(4);
  }

  @Test
  void aFlowThatTakesTooLongIsStopped() throws IOException {
    endless(project, "slow");
    orchestrator(
        project,
        task("one", "slow", "", "timeout = \"1s\""),
        task("two", "slow", "dependencies = [\"one\"]"));

    var output = project.run("all");

    assertThat(output.code()).isNotZero();
    assertThat(output.err()).contains("Flow 'slow' took longer than 1s and was stopped.");
    assertThat(output.out()).contains("– two  skipped: 'one' failed");
    assertThat(history("slow")).contains("cancelled");
  }

  @Test
  void stoppingStopsTheFlowThatIsAtWork() throws IOException {
    endless(project, "slow");
    orchestrator(project, task("one", "slow", ""), task("two", "slow", "dependencies = [\"one\"]"));
    var cancellation = new Cancellation();

    RunResult result =
        run(
            event -> {
              if (event instanceof RunEvent.StepStarted started
                  && started.step().value().equals("multiply")) {
                cancellation.cancel();
              }
            },
            cancellation);

    assertThat(result.status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(history("slow").lines()).singleElement().asString().contains("cancelled");
  }

  @Test
  void independentFlowsRunTogether() throws IOException {
    loading(project, "first", GOOD);
    loading(project, "second", GOOD);
    orchestrator(project, task("one", "first", ""), task("two", "second", ""));
    project.write("qarion-etl.toml", "format_version = 1\n\n[limits]\nmax_parallel = 2\n");
    var bothStarted = new CountDownLatch(2);
    var met = new CountDownLatch(2);

    RunResult result =
        run(event -> {
          if (event instanceof RunEvent.RunStarted started
              && !started.flow().value().equals("all")) {
            bothStarted.countDown();
            if (await(bothStarted)) {
              met.countDown();
            }
          }
        });

    assertThat(result.status()).isEqualTo(RunStatus.SUCCESS);
    assertThat(met.getCount()).isZero();
  }

  @Test
  void oneSlotIsEnoughSinceFlowsHoldNone() throws IOException {
    loading(project, "first", GOOD);
    loading(project, "second", GOOD);
    project.write("qarion-etl.toml", "format_version = 1\n\n[limits]\nmax_parallel = 1\n");
    project.write(
        "flows/inner.toml",
        HEAD.replace("all", "inner") + task("a", "first", "") + task("b", "second", ""));
    project.write(
        "flows/all.toml",
        HEAD
            + "\n[properties]\nmax_parallel = 4\n\n"
            + task("x", "inner", "")
            + task("y", "second", ""));

    var output = project.run("all");

    assertThat(output.err()).isEmpty();
    assertThat(output.code()).isZero();
  }

  @Test
  void variablesAreHandedOn() throws IOException {
    project.write("flows/greet.toml", GREET);
    project.write("data/a.csv", "id\n1\n");
    project.write(
        "flows/all.toml",
        HEAD
            + "\n[variables]\nmine = \"from outside\"\n\n"
            + task("one", "greet", "", "variables = { word = \":mine\", number = 7 }"));

    assertThat(project.run("all", "--var", "mine=given").code()).isZero();

    assertThat(project.rows("greet", "say")).containsExactly("id,word,number", "1,given,7");
  }

  @Test
  void aFlowOfTasksMayRunFlowsToo() throws IOException {
    loading(project, "first", GOOD);
    project.write(
        "flows/sums.toml",
        """
        id = "sums"
        flow_type = "standard"

        [[tasks]]
        id = "refresh"
        type = "flow"

        [tasks.properties]
        flow_id = "first"

        [[tasks]]
        id = "sum"
        type = "transformation"
        dependencies = ["refresh"]
        source_dataset_id = "first_landing"
        target_dataset_id = "total"

        [[tasks.rules]]
        operation = "aggregate"
        measures = { amount = "sum(amount)" }
        """);

    var output = project.run("sums");

    assertThat(output.err()).isEmpty();
    assertThat(project.rows("sums", "sum")).containsExactly("amount", "30");
    project.write("data/first/b.csv", "id,amount\n3,70\n");
    assertThat(project.run("sums").code()).isZero();
    assertThat(project.rows("sums", "sum")).containsExactly("amount", "100");
  }

  private RunResult run(Consumer<RunEvent> listener) {
    return run(listener, new Cancellation());
  }

  private RunResult run(Consumer<RunEvent> listener, Cancellation cancellation) {
    try (ProjectSession session = ProjectSession.open(ProjectModel.open(folder), Plugins.load())) {
      return session.run(new FlowId("all"), RunOptions.DEFAULT, listener, cancellation);
    }
  }

  private String history(String flow) {
    var output = project.command("history", flow);
    assertThat(output.err()).isEmpty();
    return output.out();
  }

  private void rewrite(String file, String text) {
    try {
      project.write(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(LONG, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
