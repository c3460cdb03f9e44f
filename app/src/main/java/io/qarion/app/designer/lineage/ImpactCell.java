package io.qarion.app.designer.lineage;

import io.qarion.app.designer.control.SignedLine;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What it would mean for a step. */
final class ImpactCell extends ListCell<ImpactLine> {

  private final FontIcon sign = new FontIcon("fth-x-circle");
  private final SignedLine line = new SignedLine();

  ImpactCell() {
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
    line.show(sign, impact.title(), impact.words());
    setAccessibleText(line.spoken());
    setGraphic(line);
  }
}
