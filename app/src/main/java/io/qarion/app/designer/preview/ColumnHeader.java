package io.qarion.app.designer.preview;

import io.qarion.app.designer.control.BarStrip;
import io.qarion.app.designer.control.ShareBar;
import io.qarion.app.designer.data.Bar;
import io.qarion.app.designer.data.ColumnSample;
import io.qarion.app.designer.data.TypeLook;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Head of a column: type, name, how much is missing, and how its values are spread. */
final class ColumnHeader extends VBox {

  private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

  private final FontIcon arrow = new FontIcon("fth-arrow-up");

  ColumnHeader(ColumnSample sample, PreviewTexts texts, Consumer<Bar> chosen) {
    getStyleClass().add("column-head");
    var name = new Label(sample.column().name());
    name.getStyleClass().add("name");
    var type = new Label(sample.column().type().text());
    type.getStyleClass().add("type");
    type.setMinWidth(0);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    arrow.getStyleClass().add("sort-sign");
    arrow.managedProperty().bind(arrow.visibleProperty());
    order(Optional.empty());
    var title =
        new HBox(new FontIcon(TypeLook.icon(sample.column().type())), name, arrow, space, type);
    title.getStyleClass().add("title");
    Tooltip.install(title, new Tooltip(texts.column(sample)));
    var nulls = new ShareBar(sample.nullShare());
    Tooltip.install(nulls, new Tooltip(texts.column(sample)));
    var bars = new BarStrip(sample.bars(), bar -> texts.bar(bar, sample), chosen);
    bars.getStyleClass().add(sample.range() ? "bins" : "top");
    getChildren().addAll(title, nulls, bars);
    setAccessibleText(texts.column(sample));
  }

  /** Says whether the rows are in the order of this column. */
  void order(Optional<SortKey> key) {
    arrow.setVisible(key.isPresent());
    key.ifPresent(
        sorted -> arrow.setIconLiteral(sorted.descending() ? "fth-arrow-down" : "fth-arrow-up"));
  }

  void found(boolean is) {
    pseudoClassStateChanged(FOUND, is);
  }
}
