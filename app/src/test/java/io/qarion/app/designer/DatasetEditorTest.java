package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.TaskId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a dataset is declared to be is edited in the real window, and written into its file. */
@ExtendWith(ApplicationExtension.class)
class DatasetEditorTest {

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
  void aDeclaredDatasetIsEditedUndoneAndSavedWithTheSmallestChange(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    Path file = project.resolve("datasets/raw_orders.toml");
    String before = Files.readString(file);
    window.open(project);
    openFromExplorer(robot, "raw_orders");
    assertThat(((Label) window.find("dataset-file")).getText())
        .isEqualTo("datasets/raw_orders.toml");
    window.awaitThat(() -> words("dataset-data").contains("data/raw_orders.csv"));
    assertThat(words("dataset-data")).contains("with the same types");
    assertThat(words("dataset-uses")).contains("Load orders", "writes it", "reads it");
    window.picture("dataset");

    edit(robot);
    assertThat(file).content().as("not saved yet").isEqualTo(before);

    robot.interact(() -> fixes().getFirst().fire());
    window.awaitThat(() -> !words("dataset-data").contains("looks like date"));
    robot.interact(() -> button("dataset-undo").fire());
    window.awaitThat(() -> words("dataset-data").contains("looks like date"));
    robot.interact(() -> button("dataset-redo").fire());
    robot.interact(() -> fixes().getFirst().fire());
    window.awaitThat(() -> words("dataset-data").contains("with the same types"));
    robot.interact(() -> button("dataset-save").fire());

    assertThat(window.find("dataset").isVisible()).isFalse();
    window.awaitThat(() -> !Files.readString(file).equals(before));
    assertThat(file)
        .content()
        .isEqualTo(
            before.stripTrailing() + "\ndescription = \"where it stands\"\nrequired = true\n");
    window.awaitThat(() -> window.flow().compiled().get().isPresent());
    window.run();
    assertThat(window.flow().runState().last().get().orElseThrow().problems())
        .noneMatch(Problem::isError);
  }

  /** A type and a column are declared as the data have them not. */
  private void edit(FxRobot robot) throws Exception {
    typed(robot, "dataset-description-status", "where it stands");
    robot.interact(() -> ((CheckBox) window.find("dataset-required-status")).fire());
    @SuppressWarnings("unchecked")
    var type = (ComboBox<String>) window.find("dataset-type-order_date");
    robot.interact(() -> type.setValue("string"));
    window.awaitThat(
        () -> words("dataset-data").contains("is declared string and looks like date"));
    typed(robot, "dataset-new-column", "channel");
    window.awaitThat(() -> words("dataset-data").contains("channel is not there"));
    window.picture("dataset-edited");
  }

  @Test
  void aDatasetThatAFlowMakesIsDeclared(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    window.open(project);
    window.select("payments");
    window.act("edit.dataset");
    window.awaitThat(() -> window.find("dataset").isVisible());
    assertThat(window.find("dataset-declare").getParent().isVisible()).isTrue();
    window.picture("dataset-undeclared");
    assertThat(button("dataset-save").isDisabled()).isTrue();

    robot.interact(() -> button("dataset-declare").fire());
    window.awaitThat(() -> !button("dataset-save").isDisabled());
    robot.interact(() -> button("dataset-save").fire());

    Path file = project.resolve("datasets/payments.toml");
    window.awaitThat(() -> Files.exists(file));
    assertThat(file).content().startsWith("name = \"payments\"\n").contains("[columns.amount]");
    window.awaitThat(() -> window.context().session().news().get().isPresent());
    window.awaitThat(() -> window.flow().problems().stream().noneMatch(Problem::isError));
    window.run();
    assertThat(window.flow().runState().last().get().orElseThrow().problems())
        .noneMatch(Problem::isError);
  }

  @Test
  void escapeWritesNothingAndAUseLeadsToItsStep(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    Path file = project.resolve("datasets/raw_payments.toml");
    String before = Files.readString(file);
    window.open(project);
    open("raw_payments", robot);
    typed(robot, "dataset-about", "Something else");
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    assertThat(window.find("dataset").isVisible()).isFalse();
    assertThat(file).content().isEqualTo(before);

    open("raw_payments", robot);
    assertThat(((TextField) window.find("dataset-about")).getText())
        .isEqualTo("Payments as delivered; amounts are in cents");
    robot.interact(() -> button("dataset-use-payments").fire());
    assertThat(window.flow().selection().get()).contains(new TaskId("payments"));
  }

  @Test
  void whatCanNotBeIsSaidAndAFileChangedOutsideIsNotWrittenOver(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    Path file = project.resolve("datasets/raw_orders.toml");
    window.open(project);
    open("raw_orders", robot);
    typed(robot, "dataset-name-status", "id");
    assertThat(((Label) window.find("dataset-refusal")).getText())
        .contains("There is a column 'id' already.");
    assertThat(window.scene().lookup("#dataset-name-status")).isNotNull();
    window.picture("dataset-refused");

    typed(robot, "dataset-about", "Mine");
    String theirs = Files.readString(file) + "# theirs\n";
    Files.writeString(file, theirs);
    robot.interact(() -> button("dataset-save").fire());
    window.awaitThat(() ->
        window.context().session().failure().get().toString().contains("was changed outside"));
    assertThat(file).content().isEqualTo(theirs);
  }

  private void open(String dataset, FxRobot robot) throws Exception {
    robot.interact(() ->
        window.context().session().asked().dataset().set(Optional.of(new DatasetName(dataset))));
    window.awaitThat(() -> window.find("dataset").isVisible());
    window.awaitThat(
        () -> window.scene().lookup("#dataset-columns .dataset-column .text-field") != null);
  }

  private void openFromExplorer(FxRobot robot, String dataset) throws Exception {
    var tree = (TreeView<?>) window.find("explorer-tree");
    window.awaitThat(() -> window.scene().lookup("#explorer-dataset-" + dataset) != null);
    robot.interact(() -> {
      tree.requestFocus();
      select(tree, dataset);
    });
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    window.awaitThat(() -> window.find("dataset").isVisible());
    window.awaitThat(() -> window.scene().lookup("#dataset-name-id") != null);
  }

  private static <T> void select(TreeView<T> tree, String dataset) {
    for (int row = 0; row < tree.getExpandedItemCount(); row++) {
      TreeItem<T> item = tree.getTreeItem(row);
      if (item.getValue().toString().startsWith("DatasetItem")
          && item.getValue().toString().contains("name=" + dataset + ",")) {
        tree.getSelectionModel().select(item);
        return;
      }
    }
    throw new AssertionError("the explorer lists no " + dataset);
  }

  private void typed(FxRobot robot, String id, String text) {
    robot.interact(() -> {
      var field = (TextField) window.find(id);
      field.requestFocus();
      field.setText(text);
      field.getOnAction().handle(new ActionEvent());
    });
  }

  private List<ButtonBase> fixes() {
    return window.find("dataset-data").lookupAll(".dataset-fix").stream()
        .map(ButtonBase.class::cast)
        .toList();
  }

  private ButtonBase button(String id) {
    return (ButtonBase) window.find(id);
  }

  private String words(String id) {
    return words(window.find(id));
  }

  private static String words(Node node) {
    return switch (node) {
      case Labeled labeled -> labeled.getText() + "\n";
      case Parent parent ->
          parent.getChildrenUnmodifiable().stream()
              .map(DatasetEditorTest::words)
              .collect(Collectors.joining());
      default -> "";
    };
  }
}
