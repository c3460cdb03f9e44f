package io.qarion.app.designer.newflow;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.theme.Icons;
import io.qarion.core.plugin.FlowPlugin;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A type of flow: its sign, its name and what it does. */
final class TypeCell extends ListCell<FlowPlugin> {

  private static final double ICON = 24;
  private static final double WORDS = 280;

  private final Icons icons;
  private final Messages messages;
  private final StackPane sign = new StackPane();
  private final Label name = new Label();
  private final Label help = new Label();
  private final HBox line;

  TypeCell(Icons icons, Messages messages) {
    this.icons = icons;
    this.messages = messages;
    sign.getStyleClass().add("sign");
    name.getStyleClass().add("strong");
    help.getStyleClass().add("help");
    help.setWrapText(true);
    help.setPrefWidth(WORDS);
    help.setMinHeight(Region.USE_PREF_SIZE);
    var words = new VBox(name, help);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    line = new HBox(sign, words);
    line.getStyleClass().add("line");
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
    sign.getChildren().setAll(icons.kind(type.flowType(), ICON));
    name.setText(messages.find("kind." + type.flowType()).orElse(type.name()));
    help.setText(messages.find("kind." + type.flowType() + ".help").orElse(type.description()));
    setId("new-flow-type-" + type.flowType());
    setAccessibleText(name.getText() + ", " + help.getText());
    setGraphic(line);
  }
}
