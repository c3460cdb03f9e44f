package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.TaskId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * From an empty project and three files to an exported Parquet file, as docs/first-flow.md tells
 * it: by keys alone.
 */
@ExtendWith(ApplicationExtension.class)
class FirstFlowJourneyTest {

  private static final int FAR = 80;
  private static final String METHODS = "credit_card, coupon, bank_transfer, gift_card";

  @TempDir private Path folder;
  private Window window;
  private FxRobot robot = new FxRobot();

  @Start
  void start(Stage stage) {
    window = new Window(stage, folder.resolve("user"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void theJaffleShopIsBuiltByKeysAndExportsTheSameFile(FxRobot keys) throws Exception {
    robot = keys;
    Path example = Window.example("jaffle-shop", folder);
    newProject();
    addFiles(example);

    payments();
    orders();
    window.picture("journey-built");
    assertThat(window.flow().problems()).isEmpty();
    press(KeyCode.F5);
    window.awaitThat(() -> window.flow().runState().last().get().isPresent());

    Path built = folder.resolve("shop/out/orders.parquet");
    window.awaitThat(() -> Files.exists(built));
    window.picture("journey-run");
    window.act("file.save");
    window.open(example);
    window.awaitThat(() -> window.flow().id().value().equals("shop"));
    window.awaitThat(() -> window.flow().compiled().get().isPresent());
    window.run();
    assertThat(built).hasSameBinaryContentAs(example.resolve("out/orders.parquet"));
  }

  private void newProject() throws Exception {
    Path shop = Files.createDirectory(folder.resolve("shop"));
    window.willChoose(shop);
    focus("welcome-create");
    press(KeyCode.SPACE);
    window.awaitThat(() -> window.context().session().active().get().isPresent());
    control(KeyCode.N);
    window.awaitThat(() -> window.flow().id().value().equals("new_flow"));
    window.awaitThat(() -> window.find("empty-canvas").isVisible());
    window.picture("journey-empty");
  }

  private void addFiles(Path example) throws Exception {
    window.willChooseData(
        List.of(
            example.resolve("data/raw_customers.csv"),
            example.resolve("data/raw_orders.csv"),
            example.resolve("data/raw_payments.csv")));
    control(KeyCode.K);
    robot.write("data files");
    press(KeyCode.ENTER);
    awaitStep("load_raw_payments");
    window.picture("journey-files");
  }

  private void payments() throws Exception {
    choose("load_raw_payments");
    add("derive", "raw_payments_derive");
    fill("field-tasks-3-rules-0-columns-new", "amount");
    press(KeyCode.ENTER);
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
    press(KeyCode.ENTER);
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
    press(KeyCode.ENTER);
    awaitText("user_id = \"user_id\"");
    fill("field-tasks-7-rules-0-columns-user_id", "customer_id");
    awaitText("user_id = \"customer_id\"");
    add("join", "raw_orders_join");
    choose("raw_payments_derive_2");
    press(KeyCode.C);
    robot.write("orders_join");
    press(KeyCode.ENTER);
    awaitText("on = [[\"order_id\", \"order_id\"]]");
    window.awaitThat(() -> window.flow().problems().isEmpty());
    add("sort", "raw_orders_sort");
    awaitText("by = [\"order_id\"]");
    add("write", "export_raw_orders");
    fill("field-tasks-10-config-file_path", "out/orders.parquet");
    awaitText("out/orders.parquet");
  }

  /** Adds a step after the chosen one. */
  private void add(String words, String step) throws TimeoutException {
    focus("canvas");
    press(KeyCode.TAB);
    window.awaitThat(() -> window.find("quick-add").isVisible());
    robot.write(words);
    press(KeyCode.ENTER);
    awaitStep(step);
  }

  private void fill(String field, String text) throws TimeoutException {
    window.awaitThat(() -> window.scene().lookup("#" + field) != null);
    focus(field);
    control(KeyCode.A);
    if (text.isEmpty()) {
      press(KeyCode.DELETE);
    } else {
      robot.write(text);
      press(KeyCode.ESCAPE);
    }
  }

  /** Walks with the arrows until a step is chosen. */
  private void choose(String step) throws TimeoutException {
    focus("canvas");
    List<KeyCode> ways = List.of(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.UP, KeyCode.LEFT);
    for (int i = 0; i < FAR && !chosen(step); i++) {
      press(ways.get(i / 3 % ways.size()));
    }
    assertThat(window.flow().selection().get()).contains(new TaskId(step));
  }

  private boolean chosen(String step) {
    return window.flow().selection().get().equals(Optional.of(new TaskId(step)));
  }

  private void awaitStep(String step) throws TimeoutException {
    window.awaitThat(() -> chosen(step) && window.scene().lookup("#node-" + step) != null);
  }

  private void awaitText(String text) throws TimeoutException {
    window.awaitThat(() -> window.flow().document().text().contains(text));
  }

  /** Goes on with the key that leads to the next control. */
  private void focus(String id) {
    for (int i = 0; i < FAR && !isFocused(id); i++) {
      boolean canvas = isFocused("canvas");
      if (canvas) {
        press(KeyCode.ENTER);
      } else {
        press(KeyCode.TAB);
      }
    }
    assertThat(isFocused(id)).as("%s is reached by keys", id).isTrue();
  }

  private boolean isFocused(String id) {
    Node owner = window.scene().getFocusOwner();
    return owner != null && id.equals(owner.getId());
  }

  private void press(KeyCode key) {
    robot.press(key).release(key);
  }

  private void control(KeyCode key) {
    robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
  }
}
