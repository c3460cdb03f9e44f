package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Flows on their way from one project into another, in the real window. */
@ExtendWith(ApplicationExtension.class)
class FlowTransferTest {

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
  void aFlowWithItsDataRunsInAnotherProject() throws Exception {
    window.open(Window.example("orders-change-feed", folder));
    window.awaitThat(() -> {
      var session = window.context().session();
      session
          .active()
          .set(
              session.flows().stream()
                  .filter(flow -> flow.id().value().equals("orders"))
                  .findFirst());
      return window.flow().compiled().get().isPresent();
    });
    Path file = folder.resolve("orders.zip");
    window.willChoose(file);
    window.act("file.export-flow");
    window.awaitThat(() -> notice().contains("Exported"));
    String text = window.flow().document().text();

    Path other = Window.example("jaffle-shop", folder);
    window.trust(other);
    window.willChoose(other);
    window.act("file.open");
    window.awaitThat(() -> window.flow().id().value().equals("shop"));
    window.willChoose(file);
    window.act("file.import-flow");
    window.awaitThat(() -> window.flow().id().value().equals("orders"));

    assertThat(notice()).startsWith("Imported").doesNotContain("there already");
    assertThat(other.resolve("flows/orders.toml")).content().isEqualTo(text);
    window.awaitThat(() -> window.flow().compiled().get().isPresent());
    window.run();
    assertThat(window.flow().runState().last().get().orElseThrow().problems())
        .noneMatch(Problem::isError);
    window.picture("imported");
  }

  @Test
  void anImportTakesTheNameAndTheFilesOfNobody() throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    String mine = Files.readString(project.resolve("flows/shop.toml"));
    window.open(project);
    Path file = folder.resolve("shop");
    window.willChoose(file);
    window.act("file.export-flow");
    window.awaitThat(() -> notice().contains("Exported"));
    assertThat(folder.resolve("shop.toml")).content().isEqualTo(mine);

    window.willChoose(folder.resolve("shop.toml"));
    window.act("file.import-flow");

    window.awaitThat(() -> window.flow().id().value().equals("shop_2"));
    assertThat(window.flow().stored().get().flow().name()).isEqualTo("Jaffle shop 2");
    assertThat(project.resolve("flows/shop.toml")).content().isEqualTo(mine);
  }

  @Test
  void aBrokenFileIsRefusedInWords() throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    window.open(project);
    window.willChoose(Files.writeString(folder.resolve("broken.toml"), "name = 'nothing'\n"));

    window.act("file.import-flow");

    window.awaitThat(() -> !window.context().session().failure().get().isEmpty());
    assertThat(((Label) window.find("failure")).getText())
        .contains("'broken.toml' is no flow: it has no id or no flow_type.");
    assertThat(window.context().session().flows()).hasSize(1);
  }

  private String notice() {
    return ((Label) window.find("notice")).getText();
  }
}
