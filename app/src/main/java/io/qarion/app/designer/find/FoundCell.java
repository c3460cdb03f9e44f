package io.qarion.app.designer.find;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.theme.Icons;
import io.qarion.core.problem.TaskId;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What was found, and where. */
final class FoundCell extends ListCell<Found> {

  private static final double ICON = 16;

  private final Icons icons;
  private final Messages messages;
  private final StackPane sign = new StackPane();
  private final Label words = new Label();
  private final Label where = new Label();
  private final HBox line;

  FoundCell(Icons icons, Messages messages) {
    this.icons = icons;
    this.messages = messages;
    where.getStyleClass().add("help");
    var both = new VBox(words, where);
    both.setMinWidth(0);
    HBox.setHgrow(both, Priority.ALWAYS);
    line = new HBox(sign, both);
    line.getStyleClass().add("line");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Found found, boolean empty) {
    super.updateItem(found, empty);
    if (empty || found == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    sign.getChildren().setAll(icons.kind(found.kind().icon(), ICON));
    words.setText(found.words());
    String kind = messages.get("find.kind." + found.kind().key());
    String flow = found.flow().stored().get().flow().name();
    where.setText(
        found
            .step()
            .map(TaskId::value)
            .map(step -> messages.get("find.in-step", kind, step, flow))
            .orElseGet(() -> messages.get("find.in-flow", kind, flow)));
    setAccessibleText(words.getText() + ", " + where.getText());
    setGraphic(line);
  }
}
