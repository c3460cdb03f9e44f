package io.qarion.app.designer.find;

import io.qarion.app.designer.control.SignedLine;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.theme.Icons;
import io.qarion.core.problem.TaskId;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** What was found, and where. */
final class FoundCell extends ListCell<Found> {

  private static final double ICON = 16;

  private final Icons icons;
  private final Messages messages;
  private final SignedLine line = new SignedLine();

  FoundCell(Icons icons, Messages messages) {
    this.icons = icons;
    this.messages = messages;
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
    String kind = messages.get("find.kind." + found.kind().key());
    String flow = found.flow().stored().get().flow().name();
    line.show(
        icons.kind(found.kind().icon(), ICON),
        found.words(),
        found
            .step()
            .map(TaskId::value)
            .map(step -> messages.get("find.in-step", kind, step, flow))
            .orElseGet(() -> messages.get("find.in-flow", kind, flow)));
    setAccessibleText(line.spoken());
    setGraphic(line);
  }
}
