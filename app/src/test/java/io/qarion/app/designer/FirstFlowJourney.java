package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.TaskId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * From an empty project and three files to an exported Parquet file, as docs/first-flow.md tells
 * it. How a user gets from one thing to the next, those say that extend this.
 */
@ExtendWith(ApplicationExtension.class)
abstract class FirstFlowJourney {

  private static final String METHODS = "credit_card, coupon, bank_transfer, gift_card";

  @TempDir private Path folder;
  private Optional<Window> window = Optional.empty();
  private FxRobot robot = new FxRobot();

  /** Opens the window(). */
  final void open(Stage stage) {
    window = Optional.of(new Window(stage, folder.resolve("user")));
  }

  @AfterEach
  void close() {
    window().close();
  }

  final Window window() {
    return window.orElseThrow();
  }

  final FxRobot robot() {
    return robot;
  }

  /** Makes a project, for whose folder the user is asked. */
  abstract void makeProject() throws Exception;

  /** Makes a flow with nothing in it. */
  abstract void makeFlow() throws Exception;

  /** Takes in files, for which the user is asked. */
  abstract void takeFiles() throws Exception;

  /** Chooses a step. */
  abstract void choose(String step) throws Exception;

  /** Adds a step after the chosen one. */
  abstract void add(String entry) throws Exception;

  /** Lets the rows of a step go to another, too. */
  abstract void connect(String from, String to) throws Exception;

  /** Goes to a field. */
  abstract void enterField(String field) throws Exception;

  /** Runs the flow. */
  abstract void run() throws Exception;

  @Test
  void theJaffleShopIsBuiltAndExportsTheSameFile(FxRobot user) throws Exception {
    robot = user;
    Path example = Window.example("jaffle-shop", folder);
    newProject();
    addFiles(example);

    payments();
    orders();
    window().picture("journey-built");
    assertThat(window().flow().problems()).isEmpty();
    run();
    window().awaitThat(() -> window().flow().runState().last().get().isPresent());

    Path built = folder.resolve("shop/out/orders.parquet");
    window().awaitThat(() -> Files.exists(built));
    window().picture("journey-run");
    window().act("file.save");
    window().open(example);
    window().awaitThat(() -> window().flow().id().value().equals("shop"));
    window().awaitThat(() -> window().flow().compiled().get().isPresent());
    window().run();
    assertThat(built).hasSameBinaryContentAs(example.resolve("out/orders.parquet"));
  }

  private void newProject() throws Exception {
    Path shop = Files.createDirectory(folder.resolve("shop"));
    window().willChoose(shop);
    makeProject();
    window().awaitThat(() -> window().context().session().active().get().isPresent());
    makeFlow();
    window().awaitThat(() -> window().flow().id().value().equals("new_flow"));
    window().awaitThat(() -> window().find("empty-canvas").isVisible());
    window().picture("journey-empty");
  }

  private void addFiles(Path example) throws Exception {
    window()
        .willChooseData(
            List.of(
                example.resolve("data/raw_customers.csv"),
                example.resolve("data/raw_orders.csv"),
                example.resolve("data/raw_payments.csv")));
    takeFiles();
    awaitStep("load_raw_payments");
    window().picture("journey-files");
  }

  private void payments() throws Exception {
    choose("load_raw_payments");
    add("derive", "raw_payments_derive");
    fill("field-tasks-3-rules-0-columns-new", "amount");
    enter();
    awaitText("amount = \"null\"");
    fill("field-tasks-3-rules-0-columns-amount", "divide(amount, 100, 2)");
    fill("field-tasks-3-rules-0-columns-new_column", "");
    awaitText("columns = { amount = \"divide(amount, 100, 2)\" }");
    add("pivot", "raw_payments_pivot");
    fill("field-tasks-4-rules-0-rows", "order_id");
    fill("field-tasks-4-rules-0-column", "payment_method");
    fill("field-tasks-4-rules-0-measure", "sum(amount)");
    fill("field-tasks-4-rules-0-values", METHODS);
    awaitText("\"gift_card\"]");
    add("fill", "raw_payments_fill");
    fill("field-tasks-5-rules-0-columns", METHODS);
    fill("field-tasks-5-rules-0-value", "0");
    add("derive", "raw_payments_derive_2");
    fill("field-tasks-6-rules-0-columns-new", "total");
    enter();
    awaitText("total = \"null\"");
    fill("field-tasks-6-rules-0-columns-total", "credit_card + coupon + bank_transfer + gift_card");
    fill("field-tasks-6-rules-0-columns-new_column", "");
    awaitText("columns = { total =");
  }

  private void orders() throws Exception {
    choose("load_raw_orders");
    add("rename", "raw_orders_rename");
    fill("field-tasks-7-rules-0-columns-id", "order_id");
    fill("field-tasks-7-rules-0-columns-new", "user_id");
    enter();
    awaitText("user_id = \"user_id\"");
    fill("field-tasks-7-rules-0-columns-user_id", "customer_id");
    awaitText("user_id = \"customer_id\"");
    add("join", "raw_orders_join");
    connect("raw_payments_derive_2", "raw_orders_join");
    awaitText("on = [[\"order_id\", \"order_id\"]]");
    window().awaitThat(() -> window().flow().problems().isEmpty());
    add("sort", "raw_orders_sort");
    awaitText("by = [\"order_id\"]");
    add("export", "export_raw_orders");
    fill("field-tasks-10-config-file_path", "out/orders.parquet");
    awaitText("out/orders.parquet");
  }

  private void add(String entry, String step) throws Exception {
    add(entry);
    awaitStep(step);
  }

  private void fill(String field, String text) throws Exception {
    window().awaitThat(() -> window().scene().lookup("#" + field) != null);
    enterField(field);
    control(KeyCode.A);
    if (text.isEmpty()) {
      press(KeyCode.DELETE);
    } else {
      robot.write(text);
      press(KeyCode.ESCAPE);
    }
  }

  private void enter() {
    press(KeyCode.ENTER);
  }

  final boolean chosen(String step) {
    return window().flow().selection().get().equals(Optional.of(new TaskId(step)));
  }

  private void awaitStep(String step) throws TimeoutException {
    window().awaitThat(() -> chosen(step) && window().scene().lookup("#node-" + step) != null);
  }

  private void awaitText(String text) throws TimeoutException {
    window().awaitThat(() -> window().flow().document().text().contains(text));
  }

  final void press(KeyCode key) {
    robot.press(key).release(key);
  }

  final void control(KeyCode key) {
    robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
  }
}
