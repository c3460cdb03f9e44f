package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a join will do is seen before anything runs, and its keys are one click away. */
@ExtendWith(ApplicationExtension.class)
class JoinShownTest {

  private static final String KEYS = "\non = [[\"order_id\", \"order_id\"]]";

  private static final double MARGIN = 360;

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
  void aSuggestedKeyIsTakenAndWhatMatchesIsSeen(FxRobot robot) throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    window.select("orders");
    awaitText("join-1-left", "all 99 rows match");

    robot.interact(() ->
        window
            .flow()
            .edit("Forget the keys", before -> before.withText(before.text().replace(KEYS, ""))));
    awaitText("join-1-key-0", "order_id = order_id, 100 % found");
    assertThat(text("join-1-words")).startsWith("Say which columns");
    picture(robot, "join-keys");

    robot.interact(() -> ((Hyperlink) window.find("join-1-key-0")).fire());

    awaitText("join-1-result", "99 rows come out");
    assertThat(text("join-1-left")).isEqualTo("all 99 rows match");
    assertThat(text("join-1-right")).isEqualTo("all 99 rows match");
    assertThat(window.flow().document().text()).contains(KEYS);
    assertThat(window.flow().commands().undoName().get()).isEqualTo("Join on order_id = order_id");
    window.act("edit.undo");
    awaitText("join-1-key-0", "order_id = order_id, 100 % found");
  }

  @Test
  void aJoinThatMakesFarMoreRowsWarnsBeforeItRuns(FxRobot robot) throws Exception {
    window.open(withManyPayments());
    window.select("orders");

    awaitText("join-1-left", "98 of 99 rows match");

    assertThat(text("join-1-right")).isEqualTo("312 of 315 rows match");
    assertThat(text("join-1-result"))
        .isEqualTo(
            "313 rows come out, 3.2 times as many as came in:"
                + " a key occurs up to 201 times in payments");
    assertThat(window.find("join-1-result").getStyleClass()).contains("join-warning");
    picture(robot, "join");
  }

  @Test
  void nothingIsCountedBeforeTheProjectIsTrusted() throws Exception {
    window.openAsItIs(Window.example("jaffle-shop", folder));
    window.select("orders");

    awaitText("join-1-words", "Nothing is counted until you trust this project.");
    assertThat(window.scene().lookup("#join-1-left")).isNull();

    window.act("run.trust");
    awaitText("join-1-left", "all 99 rows match");
  }

  /** Orders beside payments as they are: many of one order, none of another, three of nothing. */
  private Path withManyPayments() throws IOException {
    Path project = Window.example("jaffle-shop", folder);
    Path flow = project.resolve("flows/shop.toml");
    Files.writeString(
        flow,
        Files.readString(flow)
            .replace("[\"raw_orders\", \"order_payments\"]", "[\"raw_orders\", \"payments\"]")
            .replace("with = \"order_payments\"", "with = \"payments\""));
    Path payments = project.resolve("data/raw_payments.csv");
    String more =
        IntStream.range(1_000, 1_203)
            .mapToObj(id -> id + "," + (id < 1_200 ? 1 : id) + ",coupon,100\n")
            .collect(Collectors.joining());
    Files.writeString(
        payments, Files.readString(payments).replace("113,99,credit_card,2400\n", "") + more);
    return project;
  }

  /** Draws the window with the join in sight. */
  private void picture(FxRobot robot, String name) {
    robot.interact(() -> {
      ScrollPane inspector = (ScrollPane) window.find("inspector");
      Node content = inspector.getContent();
      Node join = window.find("join-1");
      double top = content.sceneToLocal(join.localToScene(0, 0)).getY();
      double hidden =
          content.getLayoutBounds().getHeight() - inspector.getViewportBounds().getHeight();
      inspector.setVvalue(Math.min(1, (top - MARGIN) / hidden));
    });
    window.picture(name);
  }

  private void awaitText(String id, String start) throws TimeoutException {
    window.awaitThat(() ->
        window.scene().lookup("#" + id) instanceof Labeled shown
            && shown.getText().startsWith(start));
  }

  private String text(String id) {
    Node found = window.find(id);
    return ((Labeled) found).getText();
  }
}
