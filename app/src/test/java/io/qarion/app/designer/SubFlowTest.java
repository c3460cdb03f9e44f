package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.theme.Theme;
import io.qarion.core.problem.Problem;
import io.qarion.core.progress.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Steps become a flow of their own and come back, by keys, with the file of that flow. */
@ExtendWith(ApplicationExtension.class)
class SubFlowTest {

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
  void theChosenStepsBecomeAFlowWhichUndoTakesBackWithItsFile(FxRobot robot) throws Exception {
    Path project = window(robot);
    FlowDocument shop = window.flow();
    String before = shop.document().text();
    extract(robot, "Paid amounts");

    window.awaitThat(() -> window.seek("#node-paid_amounts").isPresent());
    Path file = project.resolve("flows/paid_amounts.toml");
    assertThat(file).exists();
    assertThat(window.flow()).isEqualTo(shop);
    assertThat(window.seek("#node-payments")).isEmpty();
    assertThat(window.seek("#edge-paid_amounts-orders")).isPresent();
    assertThat(window.context().session().news().get().orElseThrow().text())
        .isEqualTo(
            "‘Paid amounts’ is a flow of its own now. It reads raw_payments and gives"
                + " order_payments.");
    window.awaitThat(() -> errors().isEmpty() && compiled("paid_amounts"));
    window.picture("sub-flow");
    window.picture("sub-flow-light", Theme.Choice.LIGHT);

    window.select("orders");
    window.awaitThat(() -> summary().contains("99 rows"));
    window.picture("sub-flow-rows");
    robot.clickOn("#canvas");

    undo(robot);
    window.awaitThat(() -> !Files.exists(file) && names().equals(List.of("Jaffle shop")));
    assertThat(shop.document().text()).isEqualTo(before);
    press(robot, KeyCode.CONTROL, KeyCode.Y);
    window.awaitThat(() -> Files.exists(file) && names().contains("Paid amounts"));
    window.awaitThat(() -> errors().isEmpty());
  }

  @Test
  void theFlowIsOpenedAndItsStepsComeBack(FxRobot robot) throws Exception {
    Path project = window(robot);
    FlowDocument shop = window.flow();
    extract(robot, "Paid amounts");
    window.awaitThat(() -> window.seek("#node-paid_amounts").isPresent());
    window.run();
    var run = shop.runState().last().get().orElseThrow();
    assertThat(run.status()).as(run.problems().toString()).isEqualTo(RunStatus.SUCCESS);
    Path file = project.resolve("flows/paid_amounts.toml");

    robot.doubleClickOn("#node-paid_amounts");
    window.awaitThat(() -> window.flow() != shop && window.seek("#node-payments").isPresent());
    assertThat(window.flow().stored().get().flow().name()).isEqualTo("Paid amounts");
    window.picture("sub-flow-opened");
    robot.interact(() -> window.context().session().active().set(Optional.of(shop)));
    window.awaitThat(() -> window.seek("#node-paid_amounts").isPresent());
    window.select("paid_amounts");

    window.act("arrange.inline");

    window.awaitThat(() -> window.seek("#node-order_payments").isPresent() && !Files.exists(file));
    assertThat(window.seek("#node-paid_amounts")).isEmpty();
    window.awaitThat(() -> errors().isEmpty());
    assertThat(window.context().session().failure().get()).isEmpty();
    window.picture("sub-flow-inlined");
    window.onScreen(() -> {
      window.context().session().news().get().orElseThrow().offer().orElseThrow().handler().run();
      return true;
    });
    window.awaitThat(() -> window.seek("#node-paid_amounts").isPresent() && Files.exists(file));
    window.awaitThat(() -> errors().isEmpty());
    assertThat(window.context().session().failure().get()).isEmpty();
  }

  @Test
  void stepsOnBothSidesOfAnotherAreRefusedWithNothingDone(FxRobot robot) throws Exception {
    window(robot);
    String before = window.flow().document().text();
    robot.clickOn("#node-payments");
    robot.press(KeyCode.SHIFT).clickOn("#node-orders").release(KeyCode.SHIFT);

    extract(robot, "Half");

    window.awaitThat(() -> !window.context().session().failure().get().isEmpty());
    assertThat(window.context().session().failure().get().getFirst().message())
        .isEqualTo(
            "'Amounts by payment method' comes after some of these steps and before others.");
    assertThat(window.flow().document().text()).isEqualTo(before);
    assertThat(names()).containsExactly("Jaffle shop");
    window.picture("sub-flow-refused");
  }

  private Path window(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    window.open(project);
    robot.clickOn("#node-payments");
    robot.press(KeyCode.SHIFT).clickOn("#node-order_payments").release(KeyCode.SHIFT);
    return project;
  }

  private void extract(FxRobot robot, String name) throws Exception {
    press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    window.awaitThat(() -> window.find("step-name").isVisible());
    assertThat(window.find("step-name").getAccessibleText()).isEqualTo("Name of the new flow");
    robot.write(name);
    window.picture("sub-flow-name");
    press(robot, KeyCode.ENTER);
  }

  private static void undo(FxRobot robot) {
    press(robot, KeyCode.CONTROL, KeyCode.Z);
  }

  private static void press(FxRobot robot, KeyCode... keys) {
    robot.press(keys);
    for (int i = keys.length - 1; i >= 0; i--) {
      robot.release(keys[i]);
    }
  }

  private String summary() {
    return ((Label) window.find("preview-summary")).getText();
  }

  private boolean compiled(String id) {
    return window.context().session().flows().stream()
        .anyMatch(flow -> flow.id().value().equals(id) && flow.compiled().get().isPresent());
  }

  private List<String> names() {
    return window.context().session().flows().stream()
        .map(flow -> flow.stored().get().flow().name())
        .toList();
  }

  private List<Problem> errors() {
    return window.context().session().flows().stream()
        .flatMap(flow -> flow.problems().stream())
        .filter(Problem::isError)
        .toList();
  }
}
