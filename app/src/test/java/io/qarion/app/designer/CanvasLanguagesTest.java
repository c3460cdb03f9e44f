package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Groups and notes in German. */
@ExtendWith(ApplicationExtension.class)
class CanvasLanguagesTest {

  @TempDir private Path folder;
  private Window window;

  @Start
  void start(Stage stage) {
    window = new Window(stage, folder, Locale.GERMAN);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void groupsNotesAndTheirMenuSpeakGermanAndNothingIsCut(FxRobot robot) throws Exception {
    window.open(project());

    assertThat(window.find("group-one").getAccessibleText()).isEqualTo("Gruppe Laden, 1 Schritt");
    assertThat(window.find("group-card-paid").getAccessibleText())
        .startsWith("Zahlungen je Bestellung, 2 Schritte, ");
    window.act("arrange.next-note");
    window.awaitThat(() -> window.find("note-tools").isVisible());
    window.picture("canvas-german");

    Menu arrange =
        ((MenuBar) window.find("menu-bar"))
            .getMenus().stream()
                .filter(menu -> "menu-arrange".equals(menu.getId()))
                .findFirst()
                .orElseThrow();
    robot.interact(arrange::show);
    window.awaitThat(arrange::isShowing);
    window.pictureWithPopups("menu-arrange-german");
    robot.interact(arrange::hide);
    assertThat(CutTexts.in(window.scene().getRoot())).isEmpty();
  }

  private Path project() throws IOException {
    Path project = Window.example("jaffle-shop", folder);
    Path flow = project.resolve("flows/shop.toml");
    Files.writeString(
        flow,
        Files.readString(flow)
            + """

            [[designer.groups]]
            id = "one"
            name = "Laden"
            steps = ["load_orders"]

            [[designer.groups]]
            id = "paid"
            name = "Zahlungen je Bestellung"
            steps = ["payments", "order_payments"]
            collapsed = true

            [[designer.notes]]
            id = "anna"
            text = "Die Beträge sind bis hierher Cent; wer es genau wissen will, fragt Anna."
            x = 0
            y = 264
            width = 216
            height = 80
            """);
    return project;
  }
}
