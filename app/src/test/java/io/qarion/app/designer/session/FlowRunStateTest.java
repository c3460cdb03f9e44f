package io.qarion.app.designer.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.RunId;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.PlannedStep;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlowRunStateTest {

  private static final RunId RUN = RunId.random();
  private static final Instant NOW = Instant.EPOCH;
  private static final TaskId LOAD = new TaskId("load");
  private static final TaskId CLEAN = new TaskId("clean");
  private final FlowRunState state = new FlowRunState();

  @Test
  void aSecondRunShowsHowManyRowsMoreThereAre() {
    run(100);
    assertThat(state.node(LOAD).change()).isEmpty();
    run(130);

    assertThat(state.node(LOAD).rows()).isEqualTo(130);
    assertThat(state.node(LOAD).change()).contains(30L);
    assertThat(state.node(LOAD).status()).isEqualTo(NodeState.Status.DONE);
  }

  @Test
  void whatNeedNotRunIsUpToDateAndKeepsItsRows() {
    run(100);
    start(List.of(new PlannedStep(LOAD, "ingestion", "Load", false, "no new file")));

    assertThat(state.node(LOAD).status()).isEqualTo(NodeState.Status.UP_TO_DATE);
    assertThat(state.node(LOAD).rows()).isEqualTo(100);
    assertThat(state.node(LOAD).message()).isEqualTo("no new file");
  }

  @Test
  void stepsThatWereNotReachedAreSkipped() {
    start(
        List.of(
            new PlannedStep(LOAD, "ingestion", "Load", true, "1 new file"),
            new PlannedStep(CLEAN, "transformation", "Clean", true, "never ran before")));
    assertThat(state.node(CLEAN).status()).isEqualTo(NodeState.Status.WAITING);
    state.accept(new RunEvent.StepStarted(RUN, NOW, 1, LOAD, "ingestion"));
    state.accept(new RunEvent.StepProgressed(RUN, NOW, LOAD, 0.25, -1));
    assertThat(state.node(LOAD).progress()).isEqualTo(0.25);
    assertThat(state.running().get()).isTrue();

    state.accept(finished(RunStatus.FAILED, 0, 0));
    end(RunStatus.FAILED);

    assertThat(state.node(LOAD).status()).isEqualTo(NodeState.Status.FAILED);
    assertThat(state.node(CLEAN).status()).isEqualTo(NodeState.Status.SKIPPED);
    assertThat(state.running().get()).isFalse();
    assertThat(state.last().get()).isPresent();
  }

  @Test
  void progressThatComesAfterTheEndChangesNothing() {
    run(100);

    state.accept(new RunEvent.StepProgressed(RUN, NOW, LOAD, 0.25, -1));

    assertThat(state.node(LOAD).status()).isEqualTo(NodeState.Status.DONE);
  }

  @Test
  void theTimeLeftComesFromTheRunBeforeAndEndsWithTheRun() {
    run(100);
    start(List.of(new PlannedStep(LOAD, "ingestion", "Load", true, "1 new file")));
    assertThat(state.timeLeft().get()).contains(Duration.ofMillis(5));

    end(RunStatus.CANCELLED);
    assertThat(state.timeLeft().get()).isEmpty();
  }

  @Test
  void refusedRecordsAreAWarning() {
    start(List.of());
    state.accept(finished(RunStatus.SUCCESS, 10, 2));

    assertThat(state.node(LOAD).status()).isEqualTo(NodeState.Status.WARNING);
  }

  private void run(long rows) {
    start(List.of(new PlannedStep(LOAD, "ingestion", "Load", true, "1 new file")));
    state.accept(finished(RunStatus.SUCCESS, rows, 0));
    end(RunStatus.SUCCESS);
  }

  private void start(List<PlannedStep> steps) {
    state.accept(new RunEvent.RunStarted(RUN, NOW, new FlowId("f"), "duckdb", Map.of()));
    state.accept(new RunEvent.BatchStarted(RUN, NOW, 1, false, steps));
  }

  private void end(RunStatus status) {
    state.accept(
        new RunEvent.RunFinished(RUN, NOW, status, StepStatistics.NONE, "over", List.of()));
  }

  private static RunEvent finished(RunStatus status, long rows, long rejected) {
    var statistics = new StepStatistics(rows, rows, rejected, 0, 0, Duration.ofMillis(5), -1, -1);
    return new RunEvent.StepFinished(
        RUN, NOW, 1, LOAD, status, statistics, "", List.of(), List.of());
  }
}
