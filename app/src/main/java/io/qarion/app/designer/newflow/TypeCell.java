package io.qarion.app.designer.newflow;

import io.qarion.app.designer.control.SignedLine;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.theme.Icons;
import io.qarion.core.plugin.FlowPlugin;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A type of flow: its sign, its name and what it does. */
final class TypeCell extends ListCell<FlowPlugin> {

  private static final double ICON = 24;
  private static final double WORDS = 280;

  private final Icons icons;
  private final Messages messages;
  private final SignedLine line = new SignedLine("strong");

  TypeCell(Icons icons, Messages messages) {
    this.icons = icons;
    this.messages = messages;
    line.wrap(WORDS);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable FlowPlugin type, boolean empty) {
    super.updateItem(type, empty);
    if (empty || type == null) {
      setGraphic(null);
      setId("");
      return;
    }
    line.show(
        icons.kind(type.flowType(), ICON),
        messages.find("kind." + type.flowType()).orElse(type.name()),
        messages.find("kind." + type.flowType() + ".help").orElse(type.description()));
    setId("new-flow-type-" + type.flowType());
    setAccessibleText(line.spoken());
    setGraphic(line);
  }
}
