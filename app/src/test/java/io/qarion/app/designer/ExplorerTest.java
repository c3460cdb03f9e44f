package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.session.NodeState;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.TaskId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a user finds and does in the explorer of the real window. */
@ExtendWith(ApplicationExtension.class)
class ExplorerTest {

  private static final double TALL = 0.9;

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
  void everythingInTheProjectIsListedAndFound(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    awaitLine("dataset-raw_payments");
    awaitLine("file-data-raw_orders-csv");
    window.awaitThat(
        () -> texts("dataset-raw_payments").equals(List.of("raw_payments", "8 columns")));
    assertThat(texts("section-files")).containsExactly("Files", "3");
    assertThat(texts("section-runs")).startsWith("Runs");
    window.picture("explorer");

    robot.interact(() -> ((TextField) window.find("explorer-search")).setText("ORDERS"));
    window.awaitThat(() -> window.scene().lookup("#explorer-file-data-raw_payments-csv") == null);
    assertThat(window.scene().lookup("#explorer-dataset-raw_orders")).isNotNull();
    assertThat(window.scene().lookup("#explorer-dataset-raw_customers")).isNull();
    assertThat(texts("section-files")).containsExactly("Files", "1");
    window.picture("explorer-search");
  }

  @Test
  void aDatasetLeadsToTheStepThatMakesIt(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));

    choose("dataset-order_payments");

    assertThat(window.flow().selection().get()).contains(new TaskId("order_payments"));
  }

  @Test
  void aRunLeadsToItsFlowAndItsPlaceInTheHistory(FxRobot robot) throws Exception {
    window.open(Window.example("orders-change-feed", folder));
    show("orders");
    window.run();
    String run = "run-" + window.flow().runState().last().get().orElseThrow().run().value();
    show("export_changes");

    choose(run);

    assertThat(window.flow().id()).isEqualTo(new FlowId("orders"));
    var panels = (TabPane) window.find("panels");
    window.awaitThat(
        () -> panels.getSelectionModel().getSelectedItem().getId().equals("tab-history"));
    var history = (TableView<?>) window.find("history-runs");
    window.awaitThat(() -> history.getSelectionModel().getSelectedIndex() == 0);
    window.picture("explorer-run");
  }

  @Test
  void aNewFlowHasAFreeNameAndNoProblems() throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    window.open(project);

    window.act("file.new-flow");
    awaitFlow("new_flow");
    window.act("file.new-flow");
    awaitFlow("new_flow_2");

    assertThat(project.resolve("flows/new_flow_2.toml"))
        .content()
        .isEqualTo("id = \"new_flow_2\"\nname = \"New flow 2\"\nflow_type = \"standard\"\n");
    window.awaitThat(() -> window.flow().compiled().get().isPresent());
    assertThat(window.flow().problems()).noneMatch(Problem::isError);
  }

  @Test
  void aFlowIsRenamedInPlaceWithItsFile(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    window.open(project);
    focus(robot, "shop");
    robot.type(KeyCode.F2);
    var field = (TextField) window.find("explorer-name");
    assertThat(field.getText()).isEqualTo("Jaffle shop");
    window.picture("explorer-rename");

    robot.interact(() -> field.setText("Coffee shop"));
    robot.type(KeyCode.ENTER);

    awaitFlow("coffee_shop");
    assertThat(files(project)).containsExactly("coffee_shop.toml");
    assertThat(project.resolve("flows/coffee_shop.toml"))
        .content()
        .contains("id = \"coffee_shop\"\nname = \"Coffee shop\"\n");
    assertThat(window.flow().dirty().get()).isFalse();
    window.run();
    assertThat(window.flow().runState().last().get().orElseThrow().problems())
        .noneMatch(Problem::isError);
  }

  @Test
  void whatIsFoundMeanwhileTakesNoTypedNameAway(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    window.open(project);
    awaitLine("file-data-raw_orders-csv");
    focus(robot, "shop");
    robot.type(KeyCode.F2);
    robot.interact(() -> ((TextField) window.find("explorer-name")).setText("Other shop"));
    window.run();
    robot.type(KeyCode.ENTER);

    awaitFlow("other_shop");
    awaitLine("section-runs");
    window.awaitThat(() -> texts("section-runs").contains("1"));
  }

  @Test
  void escapeKeepsTheName(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    window.open(project);
    robot.interact(() -> ((TextField) window.find("explorer-search")).setText("nothing"));
    window.act("file.rename-flow");
    robot.interact(() -> ((TextField) window.find("explorer-name")).setText("Nothing"));
    robot.type(KeyCode.ESCAPE);

    assertThat(window.scene().lookup("#explorer-name")).isNull();
    assertThat(window.flow().id()).isEqualTo(new FlowId("shop"));
    assertThat(files(project)).containsExactly("shop.toml");
  }

  @Test
  void aFlowThatOthersReferToKeepsItsNameAndSaysWhoTheyAre(FxRobot robot) throws Exception {
    Path project = Window.example("orders-change-feed", folder);
    window.open(project);
    focus(robot, "orders");
    robot.type(KeyCode.F2);
    robot.interact(() -> ((TextField) window.find("explorer-name")).setText("Sales"));
    robot.type(KeyCode.ENTER);

    window.awaitThat(() -> !window.context().session().failure().get().isEmpty());
    assertThat(((Label) window.find("failure")).getText())
        .contains("'Orders, day by day' can't be renamed")
        .contains("'Changes as a file'");
    assertThat(files(project)).containsExactly("export_changes.toml", "orders.toml");
  }

  @Test
  void aDuplicateIsTheTextAsItIsEditedUnderAnotherName(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    window.open(project);
    robot.interact(() -> window.flow().type("Type", window.flow().document().text() + "# more\n"));

    window.act("file.duplicate-flow");

    awaitFlow("shop_copy");
    assertThat(project.resolve("flows/shop_copy.toml"))
        .content()
        .contains("name = \"Jaffle shop (copy)\"")
        .endsWith("# more\n");
    assertThat(project.resolve("flows/shop.toml")).content().doesNotContain("# more");
  }

  @Test
  void aDeletedFlowComesBackWithWhatWasEdited(FxRobot robot) throws Exception {
    Path project = Window.example("orders-change-feed", folder);
    window.open(project);
    show("orders");
    window.run();
    robot.interact(() -> window.flow().type("Type", window.flow().document().text() + "# more\n"));
    focus(robot, "orders");
    robot.type(KeyCode.DELETE);

    window.awaitThat(() -> window.find("news-bar").isVisible());
    assertThat(((Label) window.find("notice")).getText()).contains("Orders, day by day");
    assertThat(files(project)).containsExactly("export_changes.toml");
    assertThat(window.flow().id()).isEqualTo(new FlowId("export_changes"));
    window.awaitThat(() -> window.flow().problems().stream().anyMatch(Problem::isError));
    window.picture("explorer-deleted");

    robot.interact(((Button) window.find("notice-offer"))::fire);
    awaitFlow("orders");
    assertThat(window.find("news-bar").isVisible()).isFalse();
    window.awaitThat(() ->
        window.flow().runState().nodes().values().stream()
            .anyMatch(state -> state.status() == NodeState.Status.DONE));
    assertThat(project.resolve("flows/orders.toml")).content().endsWith("# more\n");
    show("export_changes");
    window.awaitThat(() -> window.flow().problems().stream().noneMatch(Problem::isError));
  }

  @Test
  void aFileIsShownInItsFolder(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    window.open(project);
    awaitLine("file-data-raw_orders-csv");

    robot.interact(() -> askForMenu(window.find("explorer-file-data-raw_orders-csv")));
    window.pictureWithPopups("explorer-menu");
    robot.clickOn("#explorer-menu-show-in-folder");

    assertThat(window.shownFolders()).containsExactly(project.resolve("data"));
  }

  @Test
  void tenThousandFilesAreReadBesideTheWindow(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    Path many = Files.createDirectories(project.resolve("data/many"));
    for (int number = 0; number < 10_000; number++) {
      Files.createFile(many.resolve("part" + number + ".csv"));
    }
    window.open(project);
    awaitLine("section-files");
    window.awaitThat(() -> texts("section-files").contains("10,003"));
    assertThat(window.scene().lookup("#explorer-file-data-many-part1-csv")).isNull();

    robot.interact(() -> ((TextField) window.find("explorer-search")).setText("part9999"));

    awaitLine("file-data-many-part9999-csv");
  }

  /** The tree marks the flow that is shown, and gets the keys. */
  private void focus(FxRobot robot, String flow) throws TimeoutException {
    show(flow);
    awaitLine("flow-" + flow);
    robot.interact(() -> window.find("explorer-tree").requestFocus());
  }

  /** As a click on the line does, once the line is there. */
  private void choose(String id) throws TimeoutException {
    window.awaitThat(() -> {
      Node line = window.scene().lookup("#explorer-" + id);
      if (line instanceof TreeCell<?> cell) {
        cell.getTreeView().getSelectionModel().select(cell.getIndex());
      }
      return line != null;
    });
  }

  /** As a right click does. */
  private static void askForMenu(Node line) {
    Bounds place = line.localToScreen(line.getBoundsInLocal());
    line.fireEvent(
        new ContextMenuEvent(
            ContextMenuEvent.CONTEXT_MENU_REQUESTED,
            0,
            0,
            place.getCenterX(),
            place.getCenterY(),
            false,
            null));
  }

  private void show(String flow) throws TimeoutException {
    window.awaitThat(() -> {
      var session = window.context().session();
      session
          .active()
          .set(session.flows().stream().filter(each -> each.id().value().equals(flow)).findFirst());
      return true;
    });
  }

  private void awaitFlow(String id) throws TimeoutException {
    window.awaitThat(() -> window.flow().id().value().equals(id));
  }

  /** Lines that are out of sight do not exist, so the list gets most of the height. */
  private void awaitLine(String id) throws TimeoutException {
    window.awaitThat(() -> {
      ((SplitPane) window.find("left")).setDividerPositions(TALL);
      return true;
    });
    window.awaitThat(() -> window.scene().lookup("#explorer-" + id) != null);
  }

  /** What the labels of a line say. */
  private List<String> texts(String id) {
    return window.find("explorer-" + id).lookupAll(".label").stream()
        .filter(Label.class::isInstance)
        .map(label -> ((Label) label).getText())
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static List<String> files(Path project) throws Exception {
    try (Stream<Path> files = Files.list(project.resolve("flows"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
