package io.qarion.app.designer.canvas;

import io.qarion.app.designer.theme.Icons;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Sign, name and help of something that can be chosen. */
final class QuickCell extends ListCell<QuickChoice> {

  private static final double ICON = 20;

  private final Icons icons;
  private final StackPane sign = new StackPane();
  private final Label title = new Label();
  private final Label help = new Label();
  private final HBox line;

  QuickCell(Icons icons) {
    this.icons = icons;
    sign.getStyleClass().add("sign");
    title.getStyleClass().add("strong");
    help.getStyleClass().add("help");
    var words = new VBox(title, help);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    line = new HBox(sign, words);
    line.getStyleClass().add("line");
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
    sign.getChildren().setAll(icons.kind(choice.icon(), ICON));
    title.setText(choice.title());
    help.setText(choice.help());
    setAccessibleText(choice.title() + ", " + choice.help());
    setGraphic(line);
  }
}
