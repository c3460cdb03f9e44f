package io.qarion.app.designer.lineage;

import io.qarion.app.designer.i18n.Messages;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A dataset or a file with the columns that matter. */
final class BoxView extends VBox {

  private static final PseudoClass FOLLOWED = PseudoClass.getPseudoClass("followed");

  /**
   * @param followed the column that is followed, if it is one of these; empty otherwise
   * @param opened is told that all columns of the box are wanted
   * @param follow gets a column that is to be followed
   */
  BoxView(Box box, String followed, Runnable opened, Consumer<String> follow, Messages messages) {
    setId("lineage-" + box.name());
    getStyleClass().add("lineage-box");
    var name = new Label(box.name());
    name.getStyleClass().add("title");
    name.setMinWidth(0);
    name.setTooltip(new Tooltip(box.name()));
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    var count = new Label(messages.get("lineage.columns", box.all()));
    count.getStyleClass().add("muted");
    count.setMinWidth(USE_PREF_SIZE);
    var head = new HBox(new FontIcon(box.isFile() ? "fth-file" : "fth-database"), name);
    head.getStyleClass().add("head");
    head.setMinHeight(BoxPlaces.HEAD);
    head.setMaxHeight(BoxPlaces.HEAD);
    if (box.columns().isEmpty() && !box.isFile()) {
      head.getChildren().add(count);
      head.setOnMouseClicked(_ -> opened.run());
      head.getStyleClass().add("openable");
    }
    getChildren().add(head);
    for (String column : box.columns()) {
      var row = new Button(column);
      row.setId("lineage-" + box.name() + "-" + column);
      row.getStyleClass().setAll("lineage-row");
      row.setMnemonicParsing(false);
      row.setMaxWidth(Double.MAX_VALUE);
      row.setMinHeight(BoxPlaces.ROW);
      row.setMaxHeight(BoxPlaces.ROW);
      row.setAccessibleText(messages.get("lineage.row", box.name(), column));
      row.pseudoClassStateChanged(FOLLOWED, column.equals(followed));
      row.setOnAction(_ -> follow.accept(column));
      getChildren().add(row);
    }
  }
}
