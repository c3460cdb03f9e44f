package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.TaskId;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A column is followed on the canvas and through the whole project. */
@ExtendWith(ApplicationExtension.class)
class LineageShownTest {

  private static final PseudoClass ON_WAY = PseudoClass.getPseudoClass("on-way");
  private static final PseudoClass ASIDE = PseudoClass.getPseudoClass("aside");

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
  void theWayOfAColumnIsLitAndKeptUpWithTheFlow(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    window.act("view.fit");
    window.select("payments");
    window.awaitThat(() -> header(robot, "amount").isPresent());

    robot.rightClickOn(header(robot, "amount").orElseThrow());
    window.pictureWithPopups("follow-menu");
    robot.clickOn("#grid-follow");

    window.awaitThat(() -> has("node-payments", ON_WAY));
    window.picture("trace");
    assertThat(List.of("load_payments", "order_payments", "customers", "export_customers"))
        .allMatch(step -> has("node-" + step, ON_WAY));
    assertThat(List.of("load_customers", "load_orders"))
        .allMatch(step -> has("node-" + step, ASIDE));
    assertThat(summary("customers")).isEqualTo("lifetime_value");

    String before = window.flow().document().text();
    robot.interact(
        () -> window.flow().type("Type", before.replace("sum(o.total)", "count(o.order_id)")));
    window.awaitThat(() -> has("node-customers", ASIDE));
    robot.interact(() -> window.flow().type("Type", before));
    window.awaitThat(() -> has("node-customers", ON_WAY));

    robot.clickOn("#canvas");
    robot.type(KeyCode.ESCAPE);
    window.awaitThat(() -> !has("node-payments", ON_WAY));
    assertThat(window.find("trace-bar").isVisible()).isFalse();
  }

  @Test
  void whoNeedsAColumnIsSaidAndLedTo(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    window.act("view.lineage");
    window.awaitThat(() -> window.scene().lookup("#lineage-raw_orders") != null);
    window.picture("lineage-all");

    robot.clickOn("#lineage-search").write("user_id");
    robot.interact(() -> window.find("lineage-tree").requestFocus());
    robot.type(KeyCode.DOWN).type(KeyCode.DOWN);
    window.awaitThat(() -> window.scene().lookup("#lineage-orders-customer_id") != null);
    window.picture("lineage-column");
    assertThat(((Label) window.find("lineage-impact-title")).getText())
        .isEqualTo("If raw_orders.user_id were gone: 3 steps would fail, 1 would go without it");

    ListView<?> impact = (ListView<?>) window.find("lineage-impact");
    assertThat(impact.getItems().getFirst().toString())
        .contains("it names the column in visual step 1");
    robot.interact(() -> {
      impact.getSelectionModel().select(1);
      impact.requestFocus();
    });
    robot.type(KeyCode.ENTER);
    assertThat(window.flow().selection().get()).contains(new TaskId("customers"));

    robot.interact(() -> ((ButtonBase) window.find("lineage-all")).fire());
    window.awaitThat(() -> window.scene().lookup("#lineage-orders-customer_id") == null);
  }

  private boolean has(String id, PseudoClass state) {
    Node node = window.scene().lookup("#" + id);
    return node != null && node.getPseudoClassStates().contains(state);
  }

  private String summary(String step) {
    return ((Label) Objects.requireNonNull(window.find("node-" + step).lookup(".summary")))
        .getText();
  }

  private static Optional<Node> header(FxRobot robot, String column) {
    return robot.lookup(".column-header .label").queryAll().stream()
        .filter(node -> node instanceof Label label && label.getText().equals(column))
        .findFirst();
  }
}
