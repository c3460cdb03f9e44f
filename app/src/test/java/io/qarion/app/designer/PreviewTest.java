package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.session.FlowDocument;
import io.qarion.core.problem.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PreviewTest {

  @TempDir private Path folder;
  private Window window;
  private Scene scene;

  @Start
  void start(Stage stage) {
    window = new Window(stage, folder.resolve("user"));
    scene = window.scene();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void showsTheRowsOfTheChosenStepAndFollowsItsSettings(FxRobot robot) throws Exception {
    open();
    choose(robot, "payments");
    window.awaitThat(() -> summary().startsWith("113 rows · computed from its inputs"));
    assertThat(grid().getColumns()).extracting(TableColumn::getText).contains("amount");

    String text = flow().document().text();
    String filtered = text.replace("amount >= :min_amount", "amount >= 20");
    robot.interact(() -> flow().type("Type", filtered));
    window.awaitThat(() -> summary().startsWith("37 rows") && !stale());

    String broken = text.replace("amount >= :min_amount", "amout >= 20");
    robot.interact(() -> flow().type("Type", broken));
    window.awaitThat(() -> scene.lookup("#preview-failure").isVisible());
    window.picture("preview-failure");
    robot.interact(() -> flow().type("Type", text));
    window.awaitThat(() -> summary().startsWith("113 rows"));
  }

  @Test
  void filtersSortsAndFindsColumns(FxRobot robot) throws Exception {
    open();
    window.act("run.start");
    window.awaitThat(() -> flow().runState().last().get().isPresent());
    choose(robot, "customers");
    window.awaitThat(() -> summary().startsWith("100 rows · as stored"));
    window.picture("preview");
    robot.interact(() -> {
      TableColumn<?, ?> column = column("lifetime_value");
      column.setSortType(TableColumn.SortType.DESCENDING);
      sortBy(grid(), "lifetime_value");
      grid().scrollToColumnIndex(7);
    });
    window.awaitThat(() -> cell(0, "lifetime_value").equals("99.00"));
    robot.interact(() -> {
      TextField filter = robot.lookup("#preview-filter").queryAs(TextField.class);
      filter.setText("number_of_orders > 2");
      filter.fireEvent(new ActionEvent());
      robot.lookup("#preview-find").queryAs(TextField.class).setText("recent");
    });
    window.awaitThat(() -> summary().contains("after filters"));
  }

  @Test
  void readsMoreRowsWhenScrolled(FxRobot robot) throws Exception {
    open();
    Path orders = folder.resolve("jaffle-shop/data/raw_customers.csv");
    var lines = new StringBuilder("id,first_name,last_name\n");
    for (int i = 1; i <= 5000; i++) {
      lines.append(i).append(",Name,\n");
    }
    Files.writeString(orders, lines);
    choose(robot, "load_customers");
    window.awaitThat(() -> summary().startsWith("first 200 of 5,000 rows · read from the file"));
    robot.interact(() -> grid().scrollTo(4000));
    window.awaitThat(() -> cell(4000, "id").equals("4001"));
    assertThat(grid().getItems()).hasSize(5000);
    window.picture("preview-scrolled");
  }

  @Test
  void profilesAllRowsOfTheChosenStep(FxRobot robot) throws Exception {
    open();
    choose(robot, "payments");
    robot.interact(() -> panels().getSelectionModel().select(1));
    window.awaitThat(() ->
        scene.lookup("#profile-summary") instanceof Label label
            && label.getText().equals("113 rows, 4 columns · all rows"));
    window.awaitThat(() -> scene.lookup(".column-details") != null);
    robot.interact(
        () -> robot.lookup("#profile-columns").queryTableView().getSelectionModel().select(3));
    window.awaitThat(() ->
        scene.lookup(".column-details .name") instanceof Label label
            && label.getText().equals("amount"));
    window.picture("profile");
  }

  private TabPane panels() {
    return (TabPane) scene.lookup("#panels");
  }

  private void open() throws TimeoutException, IOException {
    window.open(Window.example("jaffle-shop", folder));
  }

  private void choose(FxRobot robot, String step) {
    robot.interact(() -> flow().selection().set(Optional.of(new TaskId(step))));
  }

  private String summary() {
    return scene.lookup("#preview-summary") instanceof Label label ? label.getText() : "";
  }

  private boolean stale() {
    return grid().getPseudoClassStates().stream()
        .anyMatch(state -> state.getPseudoClassName().equals("stale"));
  }

  private TableView<?> grid() {
    return (TableView<?>) scene.lookup("#preview-grid");
  }

  private TableColumn<?, ?> column(String name) {
    return grid().getColumns().stream()
        .filter(column -> column.getText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static <T> void sortBy(TableView<T> table, String name) {
    table.getSortOrder().clear();
    table.getColumns().stream()
        .filter(column -> column.getText().equals(name))
        .forEach(table.getSortOrder()::add);
  }

  private String cell(int row, String column) {
    return scene.getRoot().lookupAll(".table-cell").stream()
        .filter(node ->
            node instanceof TableCell<?, ?> cell
                && cell.getTableColumn() != null
                && cell.getTableColumn().getText().equals(column)
                && cell.getIndex() == row)
        .map(node -> ((Labeled) node).getText())
        .findFirst()
        .orElse("");
  }

  private FlowDocument flow() {
    return window.flow();
  }
}
