package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.RunStatus;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Each type of flow is opened, run and seen. */
@ExtendWith(ApplicationExtension.class)
class FlowTypesShownTest {

  /** Flows that make what others read. */
  private static final Map<String, String> MAKERS =
      Map.of("register_quality", "register_airports", "export_changes", "orders");

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

  @ParameterizedTest
  @CsvSource({
    "jaffle-shop, shop, orders",
    "orders-change-feed, orders, change_feed",
    "orders-change-feed, export_changes, export",
    "orders-history, order_ledger, publish",
    "orders-history, order_versions, scd2",
    "music-shop, buying_spells, sessions",
    "music-shop, customer_growth, growth",
    "music-shop, invoice_events, relay",
    "flights, register_quality, registered",
    "flights, register_airports, park",
    "flights, nightly, delays",
  })
  void aRunSucceedsAndItsStepsAreShown(String example, String flow, String step, FxRobot robot)
      throws Exception {
    window.open(Window.example(example, folder));
    Optional<String> before = Optional.ofNullable(MAKERS.get(flow));
    if (before.isPresent()) {
      show(robot, before.get());
      window.run();
    }
    show(robot, flow);

    window.run();

    assertThat(window.flow().runState().last().get())
        .get()
        .satisfies(
            last -> assertThat(last.status()).as(last.message()).isEqualTo(RunStatus.SUCCESS));
    assertThat(window.flow().runState().nodes()).containsKey(new TaskId(step));
    window.act("view.fit");
    window.select(step);
    window.awaitThat(() ->
        !((Label) window.find("preview-summary")).getText().isEmpty()
            || window.find("preview-failure").isVisible());
    assertThat(robot.lookup("#preview-failure .severity-sign.error").queryAll()).isEmpty();
    String type = window.flow().stored().get().flow().flowType();
    assertThat(window.context().messages().find("kind." + type)).isPresent();
    window.picture("type-" + type);
  }

  private void show(FxRobot robot, String flow) throws TimeoutException {
    robot.interact(() ->
        window.context().session().flows().stream()
            .filter(each -> each.id().value().equals(flow))
            .findFirst()
            .ifPresent(each -> window.context().session().active().set(Optional.of(each))));
    window.awaitThat(() -> window.flow().id().value().equals(flow));
  }
}
