package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.dialog.UnsavedQuestion;
import io.qarion.app.designer.session.NodeState;
import io.qarion.app.designer.shell.CloseGuard;
import io.qarion.app.designer.theme.Theme;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.TaskId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
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
import org.testfx.util.WaitForAsyncUtils;

/** What an analyst does on the first day, in the real window on the real engine. */
@ExtendWith(ApplicationExtension.class)
class DesignerTest {

  private static final String CONDITION = "field-tasks-3-rules-1-condition";

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
  void aNewProjectIsOpenAndRunsAtOnce(FxRobot robot) throws Exception {
    Path made = folder.resolve("made");
    window.willChoose(made);
    robot.clickOn("#welcome-create");
    window.awaitThat(() -> window.scene().lookup(".node-card") != null);
    window.run();
    assertThat(window.flow().runState().last().get().orElseThrow().problems()).isEmpty();

    window.act("file.close-project");
    window.willChoose(made);
    robot.clickOn("#welcome-create");
    window.awaitThat(() ->
        window.find("failure") instanceof Label failure
            && failure.getText().contains("The folder is there already and not empty."));
  }

  @Test
  void aSampleIsOpenedChangedRunBrokenMendedAndSavedWithOneLineChanged(FxRobot robot)
      throws Exception {
    window.awaitThat(() -> window.scene().lookup("#sample-jaffle-shop") != null);
    window.picture("welcome");
    robot.clickOn("#sample-jaffle-shop");
    window.awaitThat(() -> window.scene().lookup("#node-payments") != null);
    Path file = folder.resolve("samples/jaffle-shop/flows/shop.toml");
    List<String> before = Files.readAllLines(file);

    robot.clickOn("#node-payments");
    assertThat(window.flow().selection().get()).contains(new TaskId("payments"));
    window.awaitThat(() -> window.scene().lookup("#" + CONDITION) != null);
    type(robot, "amount > 20");
    window.awaitThat(() -> window.flow().document().text().contains("\"amount > 20\""));
    window.run();
    assertThat(window.flow().runState().last().get().orElseThrow().problems())
        .noneMatch(Problem::isError);
    assertThat(state("payments").rows()).isLessThan(state("load_payments").rows());
    window.awaitThat(() -> rowsOnEdge("payments", "order_payments").equals(count("payments")));
    window.picture("after-run");

    type(robot, "amont > 20");
    window.awaitThat(() -> window.flow().problems().stream().anyMatch(Problem::isError));
    assertThat(window.flow().problems().getFirst().message()).contains("amont");
    window.act("edit.undo");
    window.awaitThat(() -> window.flow().problems().stream().noneMatch(Problem::isError));

    window.act("file.save");
    window.awaitThat(() -> !window.flow().dirty().get());
    List<String> after = Files.readAllLines(file);
    assertThat(after).hasSameSizeAs(before);
    assertThat(after.stream().filter(line -> !before.contains(line)))
        .containsExactly("condition = \"amount > 20\"");
  }

  @Test
  void everyStepShowsHowItsRunWent(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    window.run();

    assertThat(window.flow().runState().nodes().values())
        .allMatch(state -> state.status() == NodeState.Status.DONE);
    robot.clickOn("#tab-run");
    window.picture("run");
    window.run();
    assertThat(window.flow().runState().nodes().values())
        .filteredOn(state -> state.status() == NodeState.Status.UP_TO_DATE)
        .isNotEmpty();
  }

  @Test
  void twoRunsAreComparedByRowsColumnsAndTimes(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    window.run();
    robot.interact(() ->
        window
            .flow()
            .edit(
                "test",
                before ->
                    before.withText(
                        before.text().replace("100, 2)\" }", "100, 2)\", cents = \"amount\" }"))));
    window.awaitThat(() -> window.flow().document().text().contains("cents"));
    window.run();
    robot.clickOn("#tab-history");
    var runs = (TableView<?>) window.find("history-runs");
    window.awaitThat(() -> runs.getItems().size() == 2);
    robot.interact(() -> runs.getSelectionModel().selectAll());

    var differences = (TableView<?>) window.find("history-differences");
    window.awaitThat(() -> !differences.getItems().isEmpty());
    assertThat(cells(differences, "Columns")).contains("+ cents");
    assertThat(cells(differences, "Rows before")).contains("113");
    window.picture("history");
  }

  private static List<String> cells(TableView<?> table, String column) {
    TableColumn<?, ?> found =
        table.getColumns().stream()
            .filter(each -> each.getText().equals(column))
            .findFirst()
            .orElseThrow();
    return IntStream.range(0, table.getItems().size())
        .mapToObj(row -> String.valueOf(found.getCellData(row)))
        .toList();
  }

  @Test
  void everyActionIsFoundByItsName(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));

    robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
    window.awaitThat(() -> window.find("palette").isVisible());
    robot.interact(() -> ((TextField) window.find("palette-search")).setText("dark"));
    window.picture("palette");
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);

    assertThat(window.find("palette").isVisible()).isFalse();
    assertThat(window.context().theme().choice().get()).isEqualTo(Theme.Choice.DARK);
  }

  @Test
  void aTextThatCanNotBeReadKeepsTheLastGoodGraph(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    int cards = window.scene().getRoot().lookupAll(".node-card").size();
    String good = window.flow().document().text();
    robot.clickOn("#tab-text");

    robot.interact(() -> window.flow().type("Type", good.replace("id = \"shop\"", "id = shop\"")));

    window.awaitThat(() -> window.flow().stale().get());
    assertThat(((Label) window.find("toml-mistake")).getText()).isNotEmpty();
    window.picture("text-mistake");
    assertThat(window.flow().compiled().get()).isPresent();
    assertThat(window.scene().getRoot().lookupAll(".node-card")).hasSize(cards);
    window.act("edit.undo");
    assertThat(window.flow().document().text()).isEqualTo(good);
    assertThat(window.flow().dirty().get()).isFalse();
  }

  @Test
  void aFolderThatIsNoProjectIsRefusedInWords() throws Exception {
    Path none = Files.createDirectories(folder.resolve("none"));

    WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.context().session().open(none));

    window.awaitThat(() -> !window.context().session().failure().get().isEmpty());
    assertThat(window.context().session().failure().get().getFirst().message())
        .contains("so it is no project");
    var shown = (Label) window.find("failure");
    assertThat(shown.getText()).contains("so it is no project");
    assertThat(Stream.<Node>iterate(shown, Objects::nonNull, Node::getParent))
        .allMatch(Node::isVisible);
    window.picture("no-project");
  }

  @Test
  void aFailedRunShowsItsCauseAndItsStep(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    Files.writeString(project.resolve("data/raw_orders.csv"), "id,user_id\n1,2,3\n");
    window.open(project);
    window.run();

    assertThat(state("load_orders").status()).isEqualTo(NodeState.Status.FAILED);
    assertThat(window.flow().selection().get()).contains(new TaskId("load_orders"));
    window.picture("failed-run");
  }

  @Test
  void closingTheWindowLosesNothingUnasked(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    window.open(project);
    var asked = new ArrayList<String>();
    var answer = new AtomicReference<>(UnsavedQuestion.Answer.STAY);
    var closed = new CountDownLatch(1);
    var guard =
        new CloseGuard(
            window.context().session(),
            flows -> {
              asked.addAll(flows);
              return answer.get();
            });
    assertThat(mayClose(robot, guard, closed)).isTrue();

    robot.interact(() -> window.flow().type("Type", window.flow().document().text() + "# more\n"));
    assertThat(mayClose(robot, guard, closed)).isFalse();
    answer.set(UnsavedQuestion.Answer.DISCARD);
    assertThat(mayClose(robot, guard, closed)).isTrue();
    assertThat(window.flow().dirty().get()).isFalse();
    window.act("edit.undo");
    answer.set(UnsavedQuestion.Answer.SAVE);
    assertThat(mayClose(robot, guard, closed)).isFalse();

    assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(asked).containsOnly("Jaffle shop");
    assertThat(project.resolve("flows/shop.toml")).content().endsWith("# more\n");
  }

  private static boolean mayClose(FxRobot robot, CloseGuard guard, CountDownLatch closed) {
    var may = new AtomicReference<>(false);
    robot.interact(() -> may.set(guard.mayClose(closed::countDown)));
    return may.get();
  }

  private void type(FxRobot robot, String text) {
    var field = (TextField) window.find(CONDITION);
    robot.interact(() -> {
      field.requestFocus();
      field.setText(text);
      field.getOnAction().handle(new ActionEvent());
    });
  }

  private NodeState state(String step) {
    return window.flow().runState().node(new TaskId(step));
  }

  private String count(String step) {
    return Long.toString(state(step).rows());
  }

  private String rowsOnEdge(String from, String to) {
    return Optional.ofNullable(window.scene().lookup("#edge-" + from + "-" + to + " .edge-rows"))
        .map(label -> ((Label) label).getText())
        .orElse("");
  }
}
