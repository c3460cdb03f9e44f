package io.qarion.app.designer.preview;

import io.qarion.app.designer.control.BarStrip;
import io.qarion.app.designer.control.ShareBar;
import io.qarion.app.designer.data.Bar;
import io.qarion.app.designer.data.ColumnSample;
import io.qarion.app.designer.data.TypeLook;
import java.util.List;
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

  private final PreviewTexts texts;
  private final FontIcon sign = new FontIcon();
  private final Label name = new Label();
  private final FontIcon arrow = new FontIcon("fth-arrow-up");
  private final Label type = new Label();
  private final ShareBar nulls = new ShareBar(0);
  private final BarStrip bars;
  private final Tooltip words = new Tooltip();

  /**
   * @param chosen gets the bar that was clicked
   */
  ColumnHeader(PreviewTexts texts, Consumer<Bar> chosen) {
    this.texts = texts;
    bars = new BarStrip(List.of(), Bar::label, chosen);
    getStyleClass().add("column-head");
    name.getStyleClass().add("name");
    type.getStyleClass().add("type");
    type.setMinWidth(0);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    arrow.getStyleClass().add("sort-sign");
    arrow.managedProperty().bind(arrow.visibleProperty());
    order(Optional.empty());
    var title = new HBox(sign, name, arrow, space, type);
    title.getStyleClass().add("title");
    Tooltip.install(title, words);
    Tooltip.install(nulls, words);
    getChildren().addAll(title, nulls, bars);
  }

  void show(ColumnSample sample) {
    sign.setIconLiteral(TypeLook.icon(sample.column().type()));
    name.setText(sample.column().name());
    type.setText(sample.column().type().text());
    words.setText(texts.column(sample));
    nulls.show(sample.nullShare());
    bars.show(sample.bars(), bar -> texts.bar(bar, sample));
    String kind = sample.range() ? "bins" : "top";
    if (!bars.getStyleClass().contains(kind)) {
      bars.getStyleClass().setAll("bar-strip", kind);
    }
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
