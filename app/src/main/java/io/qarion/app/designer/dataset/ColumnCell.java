package io.qarion.app.designer.dataset;

import io.qarion.app.designer.control.TypeField;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dataset.DataType;
import io.qarion.core.edit.DatasetEdits;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A column with all that can be declared of it. */
final class ColumnCell extends ListCell<ColumnLine> {

  private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");

  private final DatasetModel model;
  private final Messages messages;
  private final LineField name = new LineField(this::rename);
  private final TypeField type = new TypeField(this::retype);
  private final CheckBox required = new CheckBox();
  private final CheckBox key = new CheckBox();
  private final LineField description = new LineField(this::describe);
  private final Button remove = new Button("", new FontIcon("fth-x"));
  private final FontIcon grip = new FontIcon("fth-more-vertical");
  private final StackPane handle = new StackPane(grip);
  private final List<Node> parts = List.of(name, type, required, key, description, remove);
  private final HBox line = new HBox(handle);

  ColumnCell(DatasetModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("dataset-column");
    line.getChildren().addAll(parts);
    line.getStyleClass().add("line");
    grip.getStyleClass().add("grip");
    handle.getStyleClass().add("handle");
    Tooltip.install(handle, new Tooltip(messages.get("dataset.move-help")));
    name.getStyleClass().add("column-name");
    type.getStyleClass().add("column-type");
    required.getStyleClass().add("column-flag");
    key.getStyleClass().add("column-flag");
    HBox.setHgrow(description, Priority.ALWAYS);
    remove.getStyleClass().addAll("flat", "button-icon", "small");
    remove.setOnAction(_ -> line().ifPresent(this::removed));
    required.setOnAction(_ -> line().ifPresent(this::requires));
    key.setOnAction(_ -> line().ifPresent(this::keys));
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
  }

  /** What the column is taken by to move it. */
  Node grip() {
    return handle;
  }

  boolean isMovable() {
    return line().filter(ColumnLine::editable).isPresent();
  }

  void setDragged(boolean dragged) {
    pseudoClassStateChanged(DRAGGED, dragged);
  }

  /** Which of its controls a control is, or is inside; empty if none. */
  Optional<Integer> partOf(@Nullable Node control) {
    for (Node node = control; node != null; node = node.getParent()) {
      int index = parts.indexOf(node);
      if (index >= 0) {
        return Optional.of(index);
      }
    }
    return Optional.empty();
  }

  /** Gives one of its controls the focus. */
  void enter(int part) {
    parts.get(part).requestFocus();
  }

  private Optional<ColumnLine> line() {
    return Optional.ofNullable(getItem());
  }

  private void rename(String newName) {
    line()
        .ifPresent(column ->
            model.edit(
                messages.get("dataset.rename", column.name(), newName),
                text -> DatasetEdits.rename(text, column.name(), newName)));
  }

  private void retype(DataType newType) {
    line()
        .ifPresent(column ->
            model.edit(
                messages.get("dataset.retype", column.name(), newType.text()),
                text -> DatasetEdits.type(text, column.name(), newType)));
  }

  private void describe(String words) {
    line()
        .ifPresent(column ->
            model.edit(
                messages.get("dataset.describe", column.name()),
                text -> DatasetEdits.describeColumn(text, column.name(), words)));
  }

  private void requires(ColumnLine column) {
    model.edit(
        messages.get("dataset.require", column.name()),
        text -> DatasetEdits.required(text, column.name(), required.isSelected()));
  }

  private void keys(ColumnLine column) {
    model.edit(
        messages.get("dataset.change-key", column.name()),
        text -> DatasetEdits.key(text, column.name(), key.isSelected()));
  }

  private void removed(ColumnLine column) {
    model.edit(
        messages.get("dataset.remove", column.name()),
        text -> DatasetEdits.remove(text, column.name()));
  }

  @Override
  protected void updateItem(@Nullable ColumnLine column, boolean empty) {
    super.updateItem(column, empty);
    if (empty || column == null) {
      setGraphic(null);
      return;
    }
    name.show(column.name());
    type.show(column.type());
    required.setSelected(column.required());
    key.setSelected(column.key());
    description.show(column.description());
    name(name, "name", "dataset.column", column);
    name(type, "type", "dataset.type", column);
    name(required, "required", "dataset.required", column);
    name(key, "key", "dataset.key", column);
    name(description, "description", "dataset.description", column);
    name(remove, "remove", "dataset.remove-column", column);
    remove.setTooltip(new Tooltip(messages.get("dataset.remove", column.name())));
    line.setDisable(!column.editable());
    remove.setVisible(column.editable());
    handle.setVisible(column.editable());
    setGraphic(line);
  }

  private void name(Node control, String part, String key, ColumnLine column) {
    control.setId("dataset-" + part + "-" + column.name().replaceAll("[^A-Za-z0-9_]+", "-"));
    control.setAccessibleText(messages.get(key) + ": " + column.name());
  }
}
