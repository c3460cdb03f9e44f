package io.qarion.app.designer.canvas;

import io.qarion.app.designer.control.SignedLine;
import io.qarion.app.designer.theme.Icons;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** Sign, name and help of something that can be chosen. */
final class QuickCell extends ListCell<QuickChoice> {

  private static final double ICON = 20;

  private final Icons icons;
  private final SignedLine line = new SignedLine("strong");

  QuickCell(Icons icons) {
    this.icons = icons;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable QuickChoice choice, boolean empty) {
    super.updateItem(choice, empty);
    if (empty || choice == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    line.show(icons.kind(choice.icon(), ICON), choice.title(), choice.help());
    setAccessibleText(line.spoken());
    setGraphic(line);
  }
}
