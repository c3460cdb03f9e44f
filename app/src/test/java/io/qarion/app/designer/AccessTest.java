package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToolBar;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a screen reader is told: each control and each card has a role and a name. */
@ExtendWith(ApplicationExtension.class)
class AccessTest {

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
  void eachControlAndCardHasARoleAndAName() throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    assertThat(nameless()).isEmpty();

    for (String step :
        List.of("load_orders", "order_payments", "orders", "check_orders", "export_orders")) {
      window.select(step);
      window.awaitThat(() -> !window.find("inspector-title").isDisabled());
      assertThat(nameless()).as(step).isEmpty();
    }
    window.act("file.new-typed-flow");
    assertThat(nameless()).as("new flow").isEmpty();
  }

  @Test
  void aCardSaysWhatItIsAndHowItStands() throws Exception {
    window.open(Window.example("jaffle-shop", folder));
    window.run();
    Node card = window.find("node-orders");
    assertThat(card.getAccessibleRole()).isEqualTo(AccessibleRole.BUTTON);
    assertThat(card.getAccessibleText())
        .contains("Orders with amounts")
        .contains("Join")
        .contains("99 rows");
  }

  private List<String> nameless() throws Exception {
    var found = new ArrayList<String>();
    window.awaitThat(() -> {
      collect(window.scene().getRoot(), found);
      return true;
    });
    return found;
  }

  private static void collect(Node node, List<String> found) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Control control && isUsed(control) && nameOf(control).isBlank()) {
      found.add(control.getTypeSelector() + "#" + control.getId() + " " + control.getStyleClass());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  /** What only holds others, or is a part of another control, needs no name. */
  private static boolean isUsed(Control control) {
    boolean holds =
        control instanceof ScrollPane
            || control instanceof SplitPane
            || control instanceof ScrollBar
            || control instanceof Separator
            || control instanceof ToolBar
            || control instanceof Label
            || control instanceof TableRow<?>
            || control instanceof TableCell<?, ?>;
    return !holds && control.isFocusTraversable() && !control.isDisabled();
  }

  private static String nameOf(Control control) {
    String text = control.getAccessibleText();
    if (text != null && !text.isBlank()) {
      return text;
    }
    if (control instanceof TextInputControl) {
      return ""; // what was typed is no name
    }
    Object shown = control.queryAccessibleAttribute(AccessibleAttribute.TEXT);
    return shown == null ? "" : shown.toString();
  }
}
