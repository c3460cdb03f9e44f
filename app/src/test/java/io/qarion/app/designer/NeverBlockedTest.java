package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.session.NodeState;
import io.qarion.core.problem.TaskId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window's thread waits for nothing, however many rows there are. */
@ExtendWith(ApplicationExtension.class)
class NeverBlockedTest {

  private static final int ROWS = 5_000_000;
  private static final int CUSTOMERS = 50_000;

  private static final String FLOW =
      """
      id = "large"
      name = "Large"
      flow_type = "standard"

      [[tasks]]
      id = "load"
      type = "ingestion"
      target_dataset_id = "raw"

      [tasks.config]
      source_path = "data/orders.csv"

      [[tasks]]
      id = "paid"
      type = "transformation"
      source_dataset_id = "raw"
      target_dataset_id = "paid"
      dependencies = ["load"]

      [[tasks.rules]]
      operation = "filter"
      condition = "amount >= 10"

      [[tasks]]
      id = "customers"
      type = "transformation"
      source_dataset_id = "paid"
      target_dataset_id = "customers"
      dependencies = ["paid"]

      [[tasks.rules]]
      operation = "aggregate"
      group_by = ["customer"]
      measures = { orders = "count(*)", amount = "sum(amount)" }
      """;

  @TempDir private Path folder;
  private Window window;

  @Start
  void start(Stage stage) {
    window = new Window(stage, folder.resolve("user"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void openingEditingLookingAndRunningLeaveTheWindowFree(FxRobot robot) throws Exception {
    Path project = project();
    List<String> blocking;
    try (var calls = new BlockingCalls()) {
      window.open(project);
      String text = window.flow().document().text();
      for (String step : List.of("load", "paid", "customers")) {
        window.select(step);
        window.awaitThat(() -> summary().contains("rows"));
      }
      robot.interact(() -> window.flow().type("Type", text.replace(">= 10", ">= 20")));
      window.awaitThat(() -> !window.flow().stale().get() && summary().contains("rows"));
      window.act("edit.undo");
      window.act("edit.redo");
      window.act("file.save");
      window.awaitThat(() -> !window.flow().dirty().get());
      window.run();
      window.select("customers");
      window.awaitThat(() -> summary().contains("50,000 rows · as stored"));
      blocking = calls.found(folder);
    }

    assertThat(window.flow().runState().node(new TaskId("load")))
        .extracting(NodeState::status, NodeState::rows)
        .containsExactly(NodeState.Status.DONE, (long) ROWS);
    assertThat(blocking).isEmpty();
  }

  @Test
  void lookingAtAFileAndADatasetLeavesTheWindowFree(FxRobot robot) throws Exception {
    window.open(project());
    window.select("load");
    List<String> blocking;
    try (var calls = new BlockingCalls()) {
      window.act("edit.read-file");
      var rows = (TableView<?>) window.find("look-rows");
      window.awaitThat(() -> !rows.getItems().isEmpty());
      window.awaitThat(() -> !window.find("look-stop").getParent().isVisible());
      robot.interact(() -> ((Button) window.find("look-cancel")).fire());
      window.act("edit.dataset");
      window.awaitThat(() -> window.scene().lookup("#dataset-data .where") != null);
      robot.interact(() -> ((Button) window.find("dataset-cancel")).fire());
      blocking = calls.found(folder);
    }
    assertThat(blocking).isEmpty();
  }

  @Test
  void theWatchSeesWhatWaits(FxRobot robot) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "text");
    try (var calls = new BlockingCalls()) {
      robot.interact(() -> {
        try {
          assertThat(Files.exists(file)).isTrue();
          assertThat(Files.readString(file)).isEqualTo("text");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        LockSupport.parkNanos(1);
      });

      assertThat(calls.found(folder))
          .anyMatch(call -> call.contains("Files.exists"))
          .anyMatch(call -> call.contains("Files.readString"))
          .anyMatch(call -> call.contains("LockSupport.parkNanos"));
    }
  }

  private Path project() throws IOException {
    Path project = folder.resolve("large");
    Files.createDirectories(project.resolve("flows"));
    Files.createDirectories(project.resolve("data"));
    Files.writeString(project.resolve("qarion-etl.toml"), "format_version = 1\n");
    Files.writeString(project.resolve("flows/large.toml"), FLOW);
    try (BufferedWriter orders = Files.newBufferedWriter(project.resolve("data/orders.csv"))) {
      orders.write("id,customer,amount\n");
      for (int i = 0; i < ROWS; i++) {
        orders.write(i + "," + i % CUSTOMERS + "," + i % 997 + "\n");
      }
    }
    return project;
  }

  private String summary() {
    return window.scene().lookup("#preview-summary") instanceof Label label ? label.getText() : "";
  }
}
