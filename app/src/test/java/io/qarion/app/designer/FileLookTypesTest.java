package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.session.News;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Types that were found in a file are taken in the real window, and declared when it is applied.
 */
@ExtendWith(ApplicationExtension.class)
class FileLookTypesTest {

  @TempDir private Path folder;
  private Window window;
  private Path dataset;

  @Start
  void start(Stage stage) {
    window = new Window(stage, folder);
    dataset = folder.resolve("jaffle-shop/datasets/raw_orders.toml");
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void oneClickTakesTheTypeThatWasFoundAndAnotherKeepsTheDeclaredOne(FxRobot robot)
      throws Exception {
    String before = open(robot);

    window.awaitThat(() -> offer("order_date").isPresent());
    assertThat(button("look-take-order_date").getText()).isEqualTo("Use date");
    assertThat(button("look-apply").isDisabled()).isTrue();
    window.picture("look-type-offered");
    robot.interact(() -> button("look-take-order_date").fire());
    window.awaitThat(() -> keeps("order_date"));
    window.picture("look-type-taken");
    assertThat(dataset).content().as("only tried").isEqualTo(before);
    robot.interact(() -> button("look-take-order_date").fire());
    window.awaitThat(
        () -> offer("order_date").map(ButtonBase::getText).equals(Optional.of("Use date")));
    assertThat(button("look-apply").isDisabled()).as("as it was").isTrue();
  }

  @Test
  void typesAndSettingsAreAppliedTogetherAndTakenBackTogether(FxRobot robot) throws Exception {
    String before = open(robot);
    String flow = window.flow().document().text();
    window.awaitThat(() -> offer("order_date").isPresent());
    robot.interact(() -> button("look-take-order_date").fire());
    window.awaitThat(() -> keeps("order_date"));
    robot.interact(() -> choose("field-tasks-1-config-on_bad_row", "reject"));
    robot.interact(() -> button("look-apply").fire());

    window.awaitThat(() -> Files.readString(dataset).contains("\"date\""));
    assertThat(dataset)
        .content()
        .isEqualTo(
            before.replace(
                "order_date]\nschema_type = \"string\"", "order_date]\nschema_type = \"date\""));
    window.awaitThat(() -> window.context().session().news().get().isPresent());
    assertThat(window.flow().document().text()).contains("on_bad_row = \"reject\"");
    assertThat(window.context().session().news().get().orElseThrow().text())
        .isEqualTo("1 type changed in datasets/raw_orders.toml.");

    robot.interact(this::takeBack);
    window.awaitThat(() -> Files.readString(dataset).equals(before));
    assertThat(window.flow().document().text()).isEqualTo(flow);
  }

  @Test
  void aTypeThatIsTakenBackLeavesWhatWasAppliedToTheFlowBefore(FxRobot robot) throws Exception {
    String before = open(robot);
    robot.interact(() -> choose("field-tasks-1-config-on_bad_row", "reject"));
    robot.interact(() -> button("look-apply").fire());
    assertThat(window.flow().document().text()).contains("on_bad_row = \"reject\"");
    look(robot);
    window.awaitThat(() -> offer("order_date").isPresent());
    robot.interact(() -> button("look-take-order_date").fire());
    window.awaitThat(() -> keeps("order_date"));
    robot.interact(() -> button("look-apply").fire());
    window.awaitThat(() -> window.context().session().news().get().isPresent());

    robot.interact(this::takeBack);

    window.awaitThat(() -> Files.readString(dataset).equals(before));
    assertThat(window.flow().document().text()).contains("on_bad_row = \"reject\"");
  }

  private void takeBack() {
    News news = window.context().session().news().get().orElseThrow();
    news.offer().orElseThrow().handler().run();
  }

  @Test
  void columnsThatTheFlowDeclaresChangeInTheFlowAsOneEdit(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    Files.delete(project.resolve("datasets/raw_orders.toml"));
    Path file = project.resolve("flows/shop.toml");
    Files.writeString(
        file,
        Files.readString(file)
            + """

            [[input.columns]]
            name = "id"
            schema_type = "integer"

            [[input.columns]]
            name = "order_date" # when it came
            schema_type = "string"
            """);
    window.open(project);
    String before = window.flow().document().text();
    look(robot);
    window.awaitThat(() -> offer("order_date").isPresent());
    robot.interact(() -> button("look-take-order_date").fire());
    window.awaitThat(() -> keeps("order_date"));
    robot.interact(() -> button("look-apply").fire());

    assertThat(window.flow().document().text())
        .isEqualTo(
            before.replace("came\nschema_type = \"string\"", "came\nschema_type = \"date\""));
    window.act("edit.undo");
    assertThat(window.flow().document().text()).isEqualTo(before);
  }

  private String open(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    Files.writeString(dataset, Files.readString(dataset).replace("\"date\"", "\"string\""));
    window.open(project);
    look(robot);
    return Files.readString(dataset);
  }

  private void look(FxRobot robot) throws Exception {
    window.select("load_orders");
    window.awaitThat(() -> window.find("inspector-look").isVisible());
    robot.interact(() -> button("inspector-look").fire());
    window.awaitThat(() -> window.find("look").isVisible());
    window.awaitThat(() -> !rows().getItems().isEmpty());
  }

  private Optional<ButtonBase> offer(String column) {
    return window.seek("#look-take-" + column).map(ButtonBase.class::cast);
  }

  private boolean keeps(String column) {
    return offer(column).filter(button -> button.getText().equals("Keep string")).isPresent();
  }

  private void choose(String id, String value) {
    @SuppressWarnings("unchecked")
    var box = (ComboBox<String>) window.find(id);
    box.setValue(value);
  }

  private ButtonBase button(String id) {
    return (ButtonBase) window.find(id);
  }

  private TableView<?> rows() {
    return (TableView<?>) window.find("look-rows");
  }
}
