package io.qarion.app.designer.lineage;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What it would mean for a step. */
final class ImpactCell extends ListCell<ImpactLine> {

  private final FontIcon sign = new FontIcon("fth-x-circle");
  private final Label title = new Label();
  private final Label words = new Label();
  private final HBox line;

  ImpactCell() {
    words.getStyleClass().add("help");
    var both = new VBox(title, words);
    both.setMinWidth(0);
    HBox.setHgrow(both, Priority.ALWAYS);
    line = new HBox(sign, both);
    line.getStyleClass().add("line");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable ImpactLine impact, boolean empty) {
    super.updateItem(impact, empty);
    if (empty || impact == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    sign.setIconLiteral(impact.isBroken() ? "fth-x-circle" : "fth-minus-circle");
    sign.getStyleClass().setAll("ikonli-font-icon", impact.isBroken() ? "broken" : "poorer");
    title.setText(impact.title());
    words.setText(impact.words());
    setAccessibleText(impact.title() + ", " + impact.words());
    setGraphic(line);
  }
}
