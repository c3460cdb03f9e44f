package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What is typed stays in sight, whatever the window has to say about it. */
@ExtendWith(ApplicationExtension.class)
class TextJumpTest {

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
  void theLineThatIsTypedStaysInSightWhenTheBarAboutItsMistakeAppears(FxRobot robot)
      throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    Path file = project.resolve("flows/shop.toml");
    Files.writeString(file, Files.readString(file) + "# more\n".repeat(300));
    window.open(project);
    robot.clickOn("#tab-text");
    var area = (CodeArea) window.find("toml-text");
    robot.interact(() -> {
      area.requestFocus();
      area.moveTo(area.getLength());
      area.requestFollowCaret();
    });
    window.awaitThat(() -> sees(area));

    robot.interact(() -> area.insertText(area.getCaretPosition(), "[[[ "));

    window.awaitThat(() -> window.find("toml-mistake").getParent().isVisible());
    WaitForAsyncUtils.waitForFxEvents();
    window.awaitThat(() -> sees(area));
    assertThat(area.getCurrentParagraph()).isGreaterThan(200);
    window.picture("typed-mistake");
  }

  /** Whether the line with the caret is in sight. */
  private static boolean sees(CodeArea area) {
    return area.getParagraphBoundsOnScreen(area.getCurrentParagraph()).isPresent();
  }
}
