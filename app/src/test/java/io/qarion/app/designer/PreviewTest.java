package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.theme.Theme;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.problem.TaskId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
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
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PreviewTest {

  @TempDir private Path folder;
  @TempDir private Path user;
  private AppContext context;
  private Scene scene;

  @Start
  void start(Stage stage) throws IOException {
    Path examples = Path.of(System.getProperty("qarion.root"), "examples");
    copy(examples.resolve("jaffle-shop"), folder);
    context =
        new AppContext(
            Plugins.load(),
            Locale.ENGLISH,
            new UserPlaces(user, examples, user.resolve("samples")),
            _ -> Optional.empty());
    scene = context.shell().scene(1440, 900);
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.waitForAsyncFx(10_000, () -> context.session().close());
  }

  @Test
  void showsTheRowsOfTheChosenStepAndFollowsItsSettings(FxRobot robot) throws Exception {
    open(robot);
    choose(robot, "payments");
    await(() -> summary().startsWith("113 rows · computed from its inputs"));
    assertThat(grid().getColumns()).extracting(TableColumn::getText).contains("amount");

    String text = flow().document().text();
    String filtered = text.replace("amount >= :min_amount", "amount >= 20");
    robot.interact(() -> flow().type("Type", filtered));
    await(() -> summary().startsWith("37 rows") && !stale());

    String broken = text.replace("amount >= :min_amount", "amout >= 20");
    robot.interact(() -> flow().type("Type", broken));
    await(() -> scene.lookup("#preview-failure").isVisible());
    picture("preview-failure");
    robot.interact(() -> flow().type("Type", text));
    await(() -> summary().startsWith("113 rows"));
  }

  @Test
  void filtersSortsAndFindsColumns(FxRobot robot) throws Exception {
    open(robot);
    robot.interact(() -> context.actions().get("run.start").run());
    await(() -> flow().runState().last().get().isPresent());
    choose(robot, "customers");
    await(() -> summary().startsWith("100 rows · as stored"));
    picture("preview");
    robot.interact(() -> {
      TableColumn<?, ?> column = column("lifetime_value");
      column.setSortType(TableColumn.SortType.DESCENDING);
      sortBy(grid(), "lifetime_value");
      grid().scrollToColumnIndex(7);
    });
    await(() -> cell(0, "lifetime_value").equals("99.00"));
    robot.interact(() -> {
      TextField filter = robot.lookup("#preview-filter").queryAs(TextField.class);
      filter.setText("number_of_orders > 2");
      filter.fireEvent(new ActionEvent());
      robot.lookup("#preview-find").queryAs(TextField.class).setText("recent");
    });
    await(() -> summary().contains("after filters"));
    robot.interact(() -> context.theme().choice().set(Theme.Choice.DARK));
    picture("preview-dark");
  }

  @Test
  void readsMoreRowsWhenScrolled(FxRobot robot) throws Exception {
    open(robot);
    Path orders = folder.resolve("data/raw_customers.csv");
    var lines = new StringBuilder("id,first_name,last_name\n");
    for (int i = 1; i <= 5000; i++) {
      lines.append(i).append(",Name,\n");
    }
    Files.writeString(orders, lines);
    choose(robot, "load_customers");
    await(() -> summary().startsWith("first 200 of 5,000 rows · read from the file"));
    robot.interact(() -> grid().scrollTo(4000));
    await(() -> cell(4000, "id").equals("4001"));
    assertThat(grid().getItems()).hasSize(5000);
    picture("preview-scrolled");
  }

  @Test
  void profilesAllRowsOfTheChosenStep(FxRobot robot) throws Exception {
    open(robot);
    choose(robot, "payments");
    robot.interact(() -> panels().getSelectionModel().select(1));
    await(() ->
        scene.lookup("#profile-summary") instanceof Label label
            && label.getText().equals("113 rows, 4 columns · all rows"));
    await(() -> scene.lookup(".column-details") != null);
    robot.interact(
        () -> robot.lookup("#profile-columns").queryTableView().getSelectionModel().select(3));
    await(() ->
        scene.lookup(".column-details .name") instanceof Label label
            && label.getText().equals("amount"));
    picture("profile");
    robot.interact(() -> context.theme().choice().set(Theme.Choice.DARK));
    picture("profile-dark");
  }

  private TabPane panels() {
    return (TabPane) scene.lookup("#panels");
  }

  private void open(FxRobot robot) throws TimeoutException {
    robot.interact(() -> context.session().open(folder));
    await(() -> scene.lookup(".node-card") != null);
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
    return context.session().active().get().orElseThrow();
  }

  private void picture(String name) {
    WaitForAsyncUtils.waitForFxEvents();
    WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          try {
            Pictures.write(scene, Path.of("target", "pictures", name + ".png"));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void await(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String relative = from.relativize(file).toString();
        if (!relative.startsWith(".qarion") && !relative.startsWith("out")) {
          Path target = to.resolve(relative);
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
  }
}
