package io.qarion.app.designer.preview;

import io.qarion.app.designer.data.CellText;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.i18n.Quantities;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** One value of the grid; NULL and empty text look like nothing else. */
final class ValueCell extends TableCell<GridRow, GridRow> {

  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
  private static final String NUMBER = "number";
  private static final int LONG = 24;
  private static final int LONGEST_TIP = 2000;
  private static final double TIP_WIDTH = 480;

  private final PreviewModel model;
  private final int column;
  private final GridColumn look;
  private final Messages messages;
  private final Label chip = new Label();

  /**
   * @param column its place in the result
   * @param look says whether its values are numbers
   */
  ValueCell(PreviewModel model, int column, GridColumn look, Messages messages) {
    this.model = model;
    this.column = column;
    this.look = look;
    this.messages = messages;
    getStyleClass().add("value-cell");
  }

  @Override
  protected void updateItem(@Nullable GridRow row, boolean empty) {
    super.updateItem(row, empty);
    setTooltip(null);
    setGraphic(null);
    setText("");
    pseudoClassStateChanged(WAITING, false);
    align();
    if (empty || row == null) {
      return;
    }
    Optional<List<@Nullable Object>> cells = model.cells(row.index());
    if (cells.isEmpty() || column >= cells.get().size()) {
      setText("…");
      pseudoClassStateChanged(WAITING, true);
      return;
    }
    show(cells.get().get(column));
  }

  /** Numbers stand at the right. */
  private void align() {
    if (getStyleClass().contains(NUMBER) != look.isNumeric()) {
      if (look.isNumeric()) {
        getStyleClass().add(NUMBER);
      } else {
        getStyleClass().remove(NUMBER);
      }
    }
  }

  private void show(@Nullable Object value) {
    CellText text = CellText.of(value);
    switch (text.kind()) {
      case VALUE -> {
        setText(text.text());
        CellText.cutFrom(value)
            .ifPresent(length -> chip(messages.get("preview.long-text", length), "long"));
        if (text.text().length() > LONG) {
          setTooltip(tip(CellText.plain(value)));
        }
      }
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

  private static Tooltip tip(String text) {
    var tip =
        new Tooltip(text.length() > LONGEST_TIP ? text.substring(0, LONGEST_TIP) + "…" : text);
    tip.setWrapText(true);
    tip.setMaxWidth(TIP_WIDTH);
    return tip;
  }
}
