package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.control.TypeField;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.core.dataset.Column;
import io.qarion.core.edit.rename.Change;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Types change everywhere at once, after all that comes of it has been shown. */
@ExtendWith(ApplicationExtension.class)
class RetypeTest {

  private static final String REPORT =
      """
      id = "report"
      flow_type = "standard"

      [[tasks]]
      id = "large"
      type = "transformation"
      source_dataset_id = "orders"
      target_dataset_id = "large"

      [[tasks.rules]]
      operation = "filter"
      condition = "total > 10"
      """;

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
  void aDeclaredTypeIsWrittenIntoItsFileAndUndoneAndRedoneFromTheFlow(FxRobot robot)
      throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    window.open(project);
    FlowDocument flow = window.flow();
    String text = flow.document().text();
    Path declared = project.resolve("datasets/raw_orders.toml");
    String before = Files.readString(declared);
    String after = before.replaceFirst("\"integer\"", "\"string\"");
    window.select("load_orders");
    choose(robot, "id", "string");
    window.awaitThat(() -> changes().size() > 2);
    assertThat(changes())
        .anySatisfy(change -> {
          assertThat(change.toCheck()).isTrue();
          assertThat(change.reason()).contains("can't be matched");
        });
    window.picture("change-type");
    apply(robot);

    window.awaitThat(() -> Files.readString(declared).equals(after));
    window.awaitThat(() -> flow.problems().stream().anyMatch(each -> each.isError()));
    assertThat(flow.document().text()).isEqualTo(text);
    window.awaitThat(() -> window.context().session().news().get().isPresent());
    window.picture("change-type-done");
    assertThat(flow.commands().undoName().get()).isEqualTo("Make id string");

    window.act("edit.undo");
    window.awaitThat(() -> Files.readString(declared).equals(before));
    window.awaitThat(() -> flow.problems().isEmpty());
    assertThat(window.context().session().news().get()).isEmpty();
    window.act("edit.redo");
    window.awaitThat(() -> Files.readString(declared).equals(after));
  }

  @Test
  void aComputedColumnIsCastAndMayGetANameInTheSameEdit(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    FlowDocument flow = window.flow();
    String before = flow.document().text();
    window.select("payments");
    choose(robot, "amount", "float");
    robot.interact(() -> ((TextField) window.find("rename-name")).setText("paid"));
    window.awaitThat(() -> changes().stream().anyMatch(each -> each.after().contains("sum(paid)")));
    window.picture("change-both");
    apply(robot);

    assertThat(flow.document().text())
        .contains("columns = { amount = \"float\" }", "columns = { amount = \"paid\" }");
    window.awaitThat(() -> column(flow, "payments", "paid").isPresent());
    assertThat(column(flow, "payments", "paid").orElseThrow().type().text()).isEqualTo("float");
    assertThat(flow.problems()).isEmpty();
    window.act("edit.undo");
    assertThat(flow.document().text()).isEqualTo(before);
  }

  @Test
  void oneUndoTakesTheOtherFlowsBackUnlessTheyWereEditedSince(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    Files.writeString(project.resolve("flows/report.toml"), REPORT);
    window.open(project);
    FlowDocument shop = flow("shop");
    FlowDocument report = flow("report");
    robot.interact(() -> window.context().session().active().set(Optional.of(shop)));
    window.awaitThat(() -> column(shop, "orders", "total").isPresent());
    String before = shop.document().text();
    window.select("orders");
    window.act("edit.rename-dataset");
    pick(robot, "total");
    robot.interact(() -> ((TextField) window.find("rename-name")).setText("worth"));
    window.awaitThat(() -> changes().stream().anyMatch(each -> each.after().equals("worth > 10")));
    apply(robot);
    String after = shop.document().text();
    assertThat(report.document().text()).isEqualTo(REPORT.replace("total", "worth"));

    window.act("edit.undo");
    assertThat(shop.document().text()).isEqualTo(before);
    assertThat(report.document().text()).isEqualTo(REPORT);
    window.act("edit.redo");
    assertThat(shop.document().text()).isEqualTo(after);
    assertThat(report.document().text()).isEqualTo(REPORT.replace("total", "worth"));

    String edited = report.document().text().replace("10", "20");
    robot.interact(() -> report.type("Type", edited));
    window.act("edit.undo");
    assertThat(shop.document().text()).isEqualTo(before);
    assertThat(report.document().text()).isEqualTo(edited);
  }

  @Test
  void whatNoTextCanSayIsRefusedWithAWayOut(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    window.select("customers");
    window.awaitThat(() -> column(window.flow(), "customers", "number_of_orders").isPresent());
    choose(robot, "number_of_orders", "string");
    window.awaitThat(() -> ((Label) window.find("rename-refusal")).getText().contains("CAST"));
    window.picture("change-type-refused");
    assertThat(((ButtonBase) window.find("rename-apply")).isDisabled()).isTrue();
  }

  private FlowDocument flow(String id) {
    return window.context().session().flows().stream()
        .filter(flow -> flow.id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Column> column(FlowDocument flow, String dataset, String column) {
    return flow.compiled().get().stream()
        .flatMap(compiled -> compiled.datasets().stream())
        .filter(each -> each.name().value().equals(dataset))
        .findFirst()
        .flatMap(each -> each.schema().find(column));
  }

  private void choose(FxRobot robot, String column, String type) throws TimeoutException {
    window.act("edit.change-type");
    pick(robot, column);
    robot.interact(() -> ((TypeField) window.find("rename-type")).setValue(type));
  }

  private void pick(FxRobot robot, String column) throws TimeoutException {
    window.awaitThat(() -> window.find("rename").isVisible());
    robot.interact(() -> {
      ListView<?> subjects = (ListView<?>) window.find("rename-subjects");
      for (Object subject : subjects.getItems()) {
        if (subject.toString().contains("name=" + column + "]")) {
          subjects.getSelectionModel().select(subjects.getItems().indexOf(subject));
        }
      }
    });
  }

  private List<Change> changes() {
    return ((ListView<?>) window.find("rename-changes"))
        .getItems().stream().map(Change.class::cast).toList();
  }

  private void apply(FxRobot robot) {
    robot.interact(() -> ((ButtonBase) window.find("rename-apply")).fire());
    assertThat(window.find("rename").isVisible()).isFalse();
  }
}
