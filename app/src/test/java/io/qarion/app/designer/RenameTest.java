package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.session.FlowDocument;
import io.qarion.core.problem.TaskId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Names change everywhere at once, after all that changes has been shown. */
@ExtendWith(ApplicationExtension.class)
class RenameTest {

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
  void aColumnIsRenamedInAllStepsAfterItAndUndoneByOneStep(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    FlowDocument flow = window.flow();
    String before = flow.document().text();
    window.select("payments");
    choose(robot, "amount", "paid");
    window.awaitThat(() -> changes().getItems().size() == 2);
    window.picture("rename");
    apply(robot);

    assertThat(flow.document().text())
        .isEqualTo(
            before
                .replace(
                    "condition = \"amount >= :min_amount\"\n",
                    """
                    condition = "amount >= :min_amount"

                    [[tasks.rules]]
                    operation = "rename"
                    columns = { amount = "paid" }
                    """)
                .replace("sum(amount)", "sum(paid)"));
    window.awaitThat(() ->
        flow.compiled().get().orElseThrow().datasets().stream()
            .anyMatch(dataset -> dataset.schema().has("paid")));
    assertThat(flow.problems()).isEmpty();
    assertThat(flow.commands().undoName().get()).contains("Rename amount to paid");

    window.act("edit.undo");
    assertThat(flow.document().text()).isEqualTo(before);
  }

  @Test
  void aStepIsRenamedAndStaysChosen(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    window.select("payments");
    choose(robot, "payments", "pay", 0);
    window.awaitThat(() -> changes().getItems().size() == 2);
    apply(robot);
    window.awaitThat(() -> window.flow().selection().get().equals(Optional.of(new TaskId("pay"))));
    assertThat(window.flow().document().text()).contains("dependencies = [\"pay\"]");
  }

  @Test
  void aDeclaredDatasetIsRenamedInItsFileTooAndBackAtOnce(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    window.open(project);
    FlowDocument flow = window.flow();
    String before = flow.document().text();
    Path declared = project.resolve("datasets/raw_payments.toml");
    String declaredBefore = Files.readString(declared);
    window.select("load_payments");
    choose(robot, "raw_payments", "payments_in");
    window.awaitThat(() -> changes().getItems().size() == 3);
    apply(robot);
    window.awaitThat(() -> flow.document().text().contains("source_dataset_id = \"payments_in\""));
    window.awaitThat(() ->
        flow.compiled().get().orElseThrow().datasets().stream()
            .anyMatch(dataset -> dataset.name().value().equals("payments_in")));
    assertThat(Files.readString(declared)).startsWith("name = \"payments_in\"");
    assertThat(flow.problems()).isEmpty();

    window.awaitThat(() -> window.context().session().news().get().isPresent());
    window.picture("rename-done");
    robot.interact(() ->
        window
            .context()
            .session()
            .news()
            .get()
            .orElseThrow()
            .offer()
            .orElseThrow()
            .handler()
            .run());

    window.awaitThat(() -> Files.readString(declared).equals(declaredBefore));
    assertThat(flow.document().text()).isEqualTo(before);
    window.awaitThat(() ->
        flow.compiled().get().orElseThrow().datasets().stream()
            .anyMatch(dataset -> dataset.name().value().equals("raw_payments")));
    window.awaitThat(() -> flow.problems().isEmpty());
  }

  @Test
  void aNameThatIsTakenIsRefusedAndEscapeChangesNothing(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    String before = window.flow().document().text();
    window.select("payments");
    choose(robot, "payments", "orders");
    window.awaitThat(() -> ((Label) window.find("rename-refusal")).getText().contains("orders"));
    assertThat(((ButtonBase) window.find("rename-apply")).isDisabled()).isTrue();
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    assertThat(window.find("rename").isVisible()).isFalse();
    assertThat(window.flow().document().text()).isEqualTo(before);
  }

  private void choose(FxRobot robot, String subject, String name) throws Exception {
    choose(robot, subject, name, -1);
  }

  /** The last subject of that name, unless a place is given. */
  private void choose(FxRobot robot, String subject, String name, int index) throws Exception {
    window.act("edit.rename-dataset");
    window.awaitThat(() -> window.find("rename").isVisible());
    robot.interact(() -> {
      ListView<?> subjects = (ListView<?>) window.find("rename-subjects");
      int found = index;
      for (int i = 0; i < subjects.getItems().size() && index < 0; i++) {
        if (subjects.getItems().get(i).toString().contains("=" + subject + "]")) {
          found = i;
        }
      }
      subjects.getSelectionModel().select(found);
      ((TextField) window.find("rename-name")).setText(name);
    });
  }

  private ListView<?> changes() {
    return (ListView<?>) window.find("rename-changes");
  }

  private void apply(FxRobot robot) {
    robot.interact(() -> ((ButtonBase) window.find("rename-apply")).fire());
    assertThat(window.find("rename").isVisible()).isFalse();
  }
}
