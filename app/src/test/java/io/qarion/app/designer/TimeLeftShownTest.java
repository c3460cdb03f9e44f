package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.RunId;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.PlannedStep;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** While a flow runs, status bar and Run tab say how long it will still take. */
@ExtendWith(ApplicationExtension.class)
class TimeLeftShownTest {

  private static final RunId RUN = RunId.random();
  private static final TaskId STEP = new TaskId("load_orders");

  @TempDir private Path folder;
  private Window window;

  @Start
  void start(Stage stage) {
    window = new Window(stage, folder);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void theTimeLeftIsShownUntilTheRunIsOver(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    robot.clickOn("#tab-run");
    assertThat(text("time-left")).isEmpty();

    hear(
        robot,
        new RunEvent.RunStarted(RUN, at(0), new FlowId("shop"), "duckdb", Map.of()),
        new RunEvent.BatchStarted(
            RUN,
            at(0),
            1,
            false,
            List.of(new PlannedStep(STEP, "ingestion", "Load orders", true, "1 new file"))),
        new RunEvent.StepStarted(RUN, at(0), 1, STEP, "ingestion"),
        new RunEvent.StepProgressed(RUN, at(10), STEP, 0.25, -1));
    assertThat(text("time-left")).isEqualTo("about 30 s left");
    assertThat(text("run-summary")).isEqualTo("Running, about 30 s left");
    window.picture("time-left");

    hear(robot, new RunEvent.StepProgressed(RUN, at(100), STEP, 0.25, -1));
    assertThat(text("time-left")).isEqualTo("about 5 min left");

    hear(
        robot,
        new RunEvent.RunFinished(
            RUN, at(101), RunStatus.CANCELLED, StepStatistics.NONE, "", List.of()));
    assertThat(text("time-left")).isEmpty();
    assertThat(text("run-summary")).startsWith("Stopped after");
  }

  private void hear(FxRobot robot, RunEvent... events) {
    robot.interact(() -> List.of(events).forEach(window.flow().runState()::accept));
  }

  private String text(String id) {
    return ((Label) window.find(id)).getText();
  }

  private static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }
}
