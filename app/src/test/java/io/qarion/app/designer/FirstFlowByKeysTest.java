package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.TaskId;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.framework.junit5.Start;

/** The journey by keys alone. */
class FirstFlowByKeysTest extends FirstFlowJourney {

  private static final int FAR = 80;

  /** TestFX looks for it in this class alone. */
  @Start
  void start(Stage stage) {
    open(stage);
  }

  @Override
  void makeProject() {
    enterField("welcome-create");
    press(KeyCode.SPACE);
  }

  @Override
  void makeFlow() {
    control(KeyCode.N);
  }

  @Override
  void takeFiles() {
    control(KeyCode.K);
    robot().write("data files");
    press(KeyCode.ENTER);
  }

  /** Walks with the arrows until a step is chosen. */
  @Override
  void choose(String step) {
    enterField("canvas");
    List<KeyCode> ways = List.of(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.UP, KeyCode.LEFT);
    for (int i = 0; i < FAR && !chosen(step); i++) {
      press(ways.get(i / 3 % ways.size()));
    }
    assertThat(window().flow().selection().get()).contains(new TaskId(step));
  }

  @Override
  void add(String entry) throws TimeoutException {
    enterField("canvas");
    press(KeyCode.TAB);
    window().awaitThat(() -> window().find("quick-add").isVisible());
    robot().write(entry.equals("export") ? "write" : entry);
    press(KeyCode.ENTER);
  }

  @Override
  void connect(String from, String to) {
    choose(from);
    press(KeyCode.C);
    robot().write(to.replace("raw_", ""));
    press(KeyCode.ENTER);
  }

  /** Goes on with the key that leads to the next control. */
  @Override
  void enterField(String field) {
    for (int i = 0; i < FAR && !isFocused(field); i++) {
      press(isFocused("canvas") ? KeyCode.ENTER : KeyCode.TAB);
    }
    assertThat(isFocused(field)).as("%s is reached by keys", field).isTrue();
  }

  @Override
  void run() {
    press(KeyCode.F5);
  }

  private boolean isFocused(String id) {
    Node owner = window().scene().getFocusOwner();
    return owner != null && id.equals(owner.getId());
  }
}
