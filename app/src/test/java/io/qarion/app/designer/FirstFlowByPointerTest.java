package io.qarion.app.designer;

import io.qarion.core.problem.TaskId;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.testfx.framework.junit5.Start;

/** The journey by the pointer; only names and numbers are typed. */
class FirstFlowByPointerTest extends FirstFlowJourney {

  private static final double PORT_X = 216;
  private static final double PORT_Y = 40;

  /** TestFX looks for it in this class alone. */
  @Start
  void start(Stage stage) {
    open(stage);
  }

  @Override
  void makeProject() {
    robot().clickOn("#welcome-create");
  }

  @Override
  void makeFlow() {
    robot().clickOn("#menu-file").clickOn("#menu-file-new-flow");
  }

  @Override
  void takeFiles() {
    robot().clickOn("#empty-file");
  }

  @Override
  void choose(String step) throws TimeoutException {
    robot().clickOn("#zoom-fit");
    robot().clickOn("#node-" + step);
    window().awaitThat(() -> chosen(step));
  }

  /** Drags what is found in the list of steps onto the chosen card. */
  @Override
  void add(String entry) throws TimeoutException {
    robot().interact(() -> ((TextField) window().find("steps-search")).clear());
    robot().clickOn("#steps-search").write(entry);
    window().awaitThat(() -> window().scene().lookup("#step-entry-" + entry) != null);
    robot().clickOn("#zoom-fit");
    TaskId chosen = window().flow().selection().get().orElseThrow();
    robot().drag("#step-entry-" + entry, MouseButton.PRIMARY).dropTo("#node-" + chosen.value());
  }

  @Override
  void connect(String from, String to) {
    robot().clickOn("#zoom-fit");
    Point2D port = window().find("node-" + from).localToScreen(PORT_X, PORT_Y);
    robot().drag(port, MouseButton.PRIMARY).dropTo("#node-" + to);
  }

  @Override
  void enterField(String field) {
    robot().clickOn("#" + field);
  }

  @Override
  void run() {
    robot().clickOn("#run-start");
  }
}
