package io.qarion.app.designer.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.RunId;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunModelTest {

  private static final RunId RUN = RunId.random();
  private static final TaskId LOAD = new TaskId("load");
  private static final StepStatistics ROWS =
      new StepStatistics(7, 5, 0, 100, 0, Duration.ofMillis(300), 1024, -1);

  private final RunModel model = new RunModel();

  @Test
  void stepsLieOnTheLineOfTimeOfTheirRun() {
    model.accept(new RunEvent.RunStarted(RUN, at(0), new FlowId("f"), "duckdb", Map.of()));
    model.accept(new RunEvent.StepStarted(RUN, at(100), 1, LOAD, "ingestion"));
    model.accept(new RunEvent.StepProgressed(RUN, at(250), LOAD, 0.5, -1));
    assertThat(model.rows().getFirst().duration()).isEqualTo(Duration.ofMillis(150));
    assertThat(model.end().get()).isEmpty();

    model.accept(
        new RunEvent.StepFinished(
            RUN, at(400), 1, LOAD, RunStatus.SUCCESS, ROWS, "", List.of(), List.of()));
    model.accept(new RunEvent.RunFinished(RUN, at(500), RunStatus.SUCCESS, ROWS, "", List.of()));

    StepRow row = model.rows().getFirst();
    assertThat(row.start()).isEqualTo(Duration.ofMillis(100));
    assertThat(row.end()).isEqualTo(Duration.ofMillis(400));
    assertThat(row.statistics()).isEqualTo(ROWS);
    assertThat(model.length().get()).isEqualTo(Duration.ofMillis(500));
    assertThat(model.end().get()).isPresent();
  }

  @Test
  void aStepOfSeveralBatchesHasALineForEach() {
    model.accept(new RunEvent.RunStarted(RUN, at(0), new FlowId("f"), "duckdb", Map.of()));
    for (int batch = 1; batch <= 2; batch++) {
      model.accept(new RunEvent.StepStarted(RUN, at(batch * 100L), batch, LOAD, "ingestion"));
      model.accept(
          new RunEvent.StepFinished(
              RUN,
              at(batch * 100L + 50),
              batch,
              LOAD,
              RunStatus.SUCCESS,
              ROWS,
              "",
              List.of(),
              List.of()));
    }

    assertThat(model.rows()).extracting(StepRow::batchId).containsExactly(1L, 2L);
  }

  @Test
  void aSkippedStepIsListedWithoutTime() {
    model.accept(
        new RunEvent.StepFinished(
            RUN,
            at(0),
            1,
            LOAD,
            RunStatus.SKIPPED,
            StepStatistics.NONE,
            "why",
            List.of(),
            List.of()));

    assertThat(model.rows().getFirst().duration()).isZero();
    assertThat(model.rows().getFirst().message()).isEqualTo("why");
    model.show(List.of());
    assertThat(model.rows()).isEmpty();
  }

  private static Instant at(long millis) {
    return Instant.EPOCH.plusMillis(millis);
  }
}
