package io.qarion.app.designer;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Pictures of flows, saved from the real window. */
@ExtendWith(ApplicationExtension.class)
class PictureTest {

  private static final Path PICTURES = Path.of(System.getProperty("qarion.pictures"));

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
  void theWholeFlowIsSavedWithItsStatesAsBothFormats() throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    window.run();
    window.act("view.dark");

    Path svg = folder.resolve("shop.svg");
    window.willChoose(svg);
    window.act("file.picture-svg");
    window.awaitThat(() -> notice().equals("Saved the picture of ‘Jaffle shop’ as shop.svg."));
    // The ending is added where the user gave none.
    window.willChoose(folder.resolve("shop"));
    window.act("file.picture-png");
    window.awaitThat(() -> notice().equals("Saved the picture of ‘Jaffle shop’ as shop.png."));

    assertThat(svg).content().contains(">Payments in dollars<", ">113<", "Amounts by payment");
    BufferedImage png = ImageIO.read(folder.resolve("shop.png").toFile());
    Bounds canvas = window.find("canvas").getBoundsInLocal();
    assertThat(png.getWidth()).as("more than can be seen").isGreaterThan((int) canvas.getWidth());
    assertThat(png.getRGB(0, 0) & 0xff).as("the ground is dark").isLessThan(0x80);
    Files.copy(svg, PICTURES.resolve("flow-dark.svg"), REPLACE_EXISTING);
    Files.copy(folder.resolve("shop.png"), PICTURES.resolve("flow-dark.png"), REPLACE_EXISTING);
  }

  @Test
  void aPictureThatCannotBeWrittenIsAProblemInWords() throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    window.act("view.light");
    Path there = Files.writeString(folder.resolve("there.png"), "mine");
    window.willChoose(folder.resolve("there"));
    window.act("file.picture-png");
    window.awaitThat(() -> failure().contains("There is a file 'there.png' already."));
    assertThat(there).content().isEqualTo("mine");

    window.willChoose(folder.resolve("none/at/all.svg"));
    window.act("file.picture-svg");
    window.awaitThat(() -> failure().contains("all.svg"));

    window.willChoose(PICTURES.resolve("flow.svg"));
    window.act("file.picture-svg");
    window.awaitThat(() -> notice().contains("flow.svg"));
    window.willChoose(PICTURES.resolve("flow.png"));
    window.act("file.picture-png");
    window.awaitThat(() -> notice().contains("flow.png"));
  }

  private String notice() {
    return window.scene().lookup("#notice") instanceof Label label ? label.getText() : "";
  }

  private String failure() {
    return window.context().session().failure().get().toString();
  }
}
