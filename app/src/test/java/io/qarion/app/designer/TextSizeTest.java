package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.settings.KeptLine;
import io.qarion.app.designer.shell.PanelSizes;
import io.qarion.app.designer.theme.TextSize;
import io.qarion.app.designer.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The size of the real window's text. */
@ExtendWith(ApplicationExtension.class)
class TextSizeTest {

  private static final List<String> TEXTS =
      List.of(".status-bar .label", ".inspector .headline", ".data-grid .name");

  private static final long MILLIS = 10_000;

  @TempDir private Path folder;
  private Window window;

  @Start
  void start(Stage stage) {
    window = new Window(stage, folder.resolve("user"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void allTextGrowsByStepsAndIsNormalAgain() throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    window.run();
    window.select("customers");
    window.awaitThat(() -> TEXTS.stream().allMatch(text -> window.scene().lookup(text) != null));
    List<Double> normal = sizes();

    for (int step = 0; step < 4; step++) {
      assertThat(enabled("view.text-larger")).isTrue();
      window.act("view.text-larger");
    }
    window.picture("text-200");

    assertThat(sizes()).isEqualTo(normal.stream().map(size -> 2 * size).toList());
    assertThat(enabled("view.text-larger")).isFalse();
    assertThat(cardText()).as("the canvas has a zoom").isEqualTo(13);
    window.act("view.text-smaller");
    assertThat(window.context().theme().textSize().get()).isEqualTo(new TextSize(175));
    window.act("view.text-normal");
    assertThat(sizes()).isEqualTo(normal);
  }

  @Test
  void isRememberedForTheNextWindow() throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    window.act("view.text-larger");
    var kept = new KeptLine(folder.resolve("user/settings"), "text-size.txt");
    window.awaitThat(() -> kept.read().equals(Optional.of("125")));

    Window next =
        WaitForAsyncUtils.waitForAsyncFx(
            MILLIS, () -> new Window(new Stage(), folder.resolve("user")));

    next.awaitThat(() -> next.context().theme().textSize().get().equals(new TextSize(125)));
    next.close();
  }

  @Test
  void theAppearanceAndThePanelsAreRememberedToo() throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    window.act("view.contrast");
    window.run();
    window.picture("contrast", Theme.Choice.CONTRAST);
    var sizes = window.context().shell().sizes().places();
    WaitForAsyncUtils.waitForAsyncFx(MILLIS, () -> panes().getFirst().setDividerPosition(0, 0.3));
    window.awaitThat(() -> Math.abs(sizes.get().getFirst() - 300) < 5);
    var kept = new KeptLine(folder.resolve("user/settings"), "panels.txt");
    window.awaitThat(() -> kept.read().equals(Optional.of(PanelSizes.text(sizes.get()))));

    Window next =
        WaitForAsyncUtils.waitForAsyncFx(
            MILLIS, () -> new Window(new Stage(), folder.resolve("user")));

    next.awaitThat(() -> next.context().theme().choice().get() == Theme.Choice.CONTRAST);
    next.awaitThat(
        () -> Math.abs(next.context().shell().sizes().places().get().getFirst() - 300) < 5);
    next.close();
  }

  private List<SplitPane> panes() {
    return window.scene().getRoot().lookupAll(".split-pane").stream()
        .map(SplitPane.class::cast)
        .toList();
  }

  private boolean enabled(String action) {
    return window.context().actions().get(action).enabled().getValue();
  }

  private List<Double> sizes() {
    return WaitForAsyncUtils.waitForAsyncFx(
        MILLIS,
        () -> {
          window.scene().getRoot().applyCss();
          return TEXTS.stream().map(text -> size(window.scene().lookup(text))).toList();
        });
  }

  private double cardText() {
    return size(window.scene().lookup(".node-card .title"));
  }

  private static double size(Node node) {
    return node instanceof Labeled label ? label.getFont().getSize() : 0;
  }
}
