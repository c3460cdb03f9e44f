package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.run.FileStudies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Rows that can't be read are looked for, and each leads to where it stands, in the real window.
 */
@ExtendWith(ApplicationExtension.class)
class FileLookSearchTest {

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
  void aBadRowLeadsToItsLineAndToItsRowOrSaysWhyThereIsNone(FxRobot robot) throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    Path file = project.resolve("data/raw_orders.csv");
    var lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(2, lines.get(2) + ",surplus");
    lines.set(30, "31,1,24.12.2018,placed");
    for (int i = 0; i < 300; i++) {
      lines.add((1000 + i) + ",1,2018-04-01,placed");
    }
    lines.add("2000,1,24.12.2018,placed");
    Files.write(file, lines);
    window.open(project);
    look(robot);
    window.awaitThat(() -> bad().getItems().size() == 3);

    robot.interact(() -> bad().getSelectionModel().select(1));
    assertThat(chosenLine()).contains("number=31,", "24.12.2018");
    assertThat(rows().getSelectionModel().getSelectedIndex())
        .as("one row before it is left out")
        .isEqualTo(28);
    assertThat(rows().getSelectionModel().getSelectedItem().toString()).startsWith("[31, ");
    assertThat(said("look-row-missing")).isEmpty();
    window.picture("look-bad-row-in-grid");

    robot.interact(() -> bad().getSelectionModel().select(0));
    assertThat(chosenLine()).contains("surplus");
    assertThat(rows().getSelectionModel().isEmpty()).isTrue();
    assertThat(said("look-row-missing"))
        .isEqualTo("Satz 2 lässt sich nicht in diese Spalten teilen und fehlt deshalb hier.");
    window.picture("look-bad-row-left-out");

    robot.interact(() -> bad().getSelectionModel().select(2));
    window.awaitThat(() -> chosenLine().contains("2000,1,24.12.2018"));
    assertThat(said("look-row-missing"))
        .isEqualTo("Satz 400 gehört nicht zu den ersten Zeilen, die hier stehen.");
    assertThat(window.find("field-tasks-1-config-options-delimiter").getAccessibleText())
        .isEqualTo("Trennzeichen");
  }

  @Test
  void theShareOfALargeFileThatIsCheckedIsShownAndTheSearchCanBeStopped(FxRobot robot)
      throws Exception {
    Path project = Window.example("jaffle-shop", folder);
    enlarge(project.resolve("data/raw_orders.csv"));
    window.open(project);
    look(robot);
    window.awaitThat(() -> window.seek("#look-check-all").isPresent());
    var shares = new CopyOnWriteArrayList<Double>();
    var share = (ProgressBar) window.find("look-share");
    robot.interact(() -> {
      share.progressProperty().subscribe((_, now) -> shares.add(now.doubleValue()));
      button("look-check-all").fire();
      assertThat(button("look-stop").getParent().isVisible()).isTrue();
      button("look-stop").fire();
    });
    assertThat(said("look-bad-said")).isEqualTo("Vor dem Ende angehalten.");
    assertThat(button("look-stop").getParent().isVisible()).isFalse();
    window.picture("look-stopped");

    robot.interact(() -> button("look-check-all").fire());
    window.awaitThat(
        () -> said("look-bad-said").contains("%") || said("look-bad-said").contains("ganze Datei"));
    window.picture("look-share");
    window.awaitThat(() -> said("look-bad-said").contains("ganze Datei"));
    assertThat(shares.stream().filter(each -> each >= 0)).isNotEmpty().isSorted().endsWith(1.0);
  }

  private static void enlarge(Path file) throws IOException {
    String line = "7,7,2018-04-01,placed\n";
    String block = line.repeat(100_000);
    try (var out = Files.newBufferedWriter(file)) {
      out.write("id,user_id,order_date,status\n");
      for (long size = 0; size <= FileStudies.SMALL; size += block.length()) {
        out.write(block);
      }
    }
  }

  private void look(FxRobot robot) throws Exception {
    window.select("load_orders");
    window.awaitThat(() -> window.find("inspector-look").isVisible());
    robot.interact(() -> button("inspector-look").fire());
    window.awaitThat(() -> window.find("look").isVisible());
    window.awaitThat(() -> !rows().getItems().isEmpty());
  }

  private String chosenLine() {
    return String.valueOf(
        ((ListView<?>) window.find("look-text")).getSelectionModel().getSelectedItem());
  }

  private String said(String id) {
    return ((Label) window.find(id)).getText();
  }

  private ButtonBase button(String id) {
    return (ButtonBase) window.find(id);
  }

  private TableView<?> rows() {
    return (TableView<?>) window.find("look-rows");
  }

  private TableView<?> bad() {
    return (TableView<?>) window.find("look-bad");
  }
}
