package io.qarion.app.designer.importing;

import io.qarion.app.designer.data.CellText;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.i18n.Quantities;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** One value of a parsed row; NULL and empty text look like nothing else. */
final class FileRowCell extends TableCell<List<@Nullable Object>, List<@Nullable Object>> {

  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

  private final int column;
  private final Messages messages;
  private final Supplier<PointedCell> pointed;
  private final Label chip = new Label();

  /**
   * @param column its place in the row; negative where the file lacks it
   * @param number whether its values stand at the right
   * @param pointed the value that is bad and pointed to
   */
  FileRowCell(int column, boolean number, Messages messages, Supplier<PointedCell> pointed) {
    this.pointed = pointed;
    this.column = column;
    this.messages = messages;
    getStyleClass().add("value-cell");
    if (number) {
      getStyleClass().add("number");
    }
  }

  @Override
  protected void updateItem(@Nullable List<@Nullable Object> row, boolean empty) {
    super.updateItem(row, empty);
    setGraphic(null);
    setText("");
    pseudoClassStateChanged(BAD, !empty && pointed.get().is(getIndex(), column));
    if (empty || row == null || column < 0 || column >= row.size()) {
      return;
    }
    CellText text = CellText.of(row.get(column));
    switch (text.kind()) {
      case VALUE -> setText(text.text());
      case NULL -> chip("NULL", "null");
      case EMPTY -> chip(messages.get("preview.empty-text"), "empty-text");
      case BINARY -> chip(new Quantities(messages).bytes(Long.parseLong(text.text())), "binary");
    }
  }

  private void chip(String text, String style) {
    chip.setText(text);
    chip.getStyleClass().setAll("label", "value-chip", style);
    setGraphic(chip);
  }
}
