package io.qarion.app.designer.inspector;

import io.qarion.app.designer.i18n.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.layout.Region;

/**
 * Columns one below the other, within something that is scrolled. There are lines only for those in
 * sight, however many columns there are.
 */
final class ColumnList extends Region {

  private static final double GAP = 4;
  private static final int NONE = -1;

  private final Region viewport;
  private final Messages messages;
  private final ColumnRow widest;
  private final List<ColumnRow> rows = new ArrayList<>();
  private final List<Integer> shown = new ArrayList<>();
  private List<ColumnChange> columns = List.of();

  /**
   * @param viewport what this is seen through
   */
  ColumnList(Region viewport, Messages messages) {
    this.viewport = viewport;
    this.messages = messages;
    this.widest = new ColumnRow(messages);
    widest.setOpacity(0);
    getStyleClass().add("column-list");
    getChildren().add(widest);
  }

  void show(List<ColumnChange> newColumns) {
    columns = List.copyOf(newColumns);
    shown.replaceAll(_ -> NONE);
    columns.stream()
        // Types are written in letters of one width.
        .max(Comparator.comparingInt(column -> column.type().length()))
        .ifPresent(column ->
            widest.show(
                new ColumnChange("", column.type(), Optional.empty(), ColumnChange.Kind.KEPT)));
    requestLayout();
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.max(0, columns.size() * pitch() - GAP);
  }

  @Override
  protected double computePrefWidth(double height) {
    return widest.prefWidth(-1);
  }

  @Override
  protected void layoutChildren() {
    widest.resizeRelocate(0, 0, getWidth(), widest.prefHeight(-1));
    Bounds seen = sceneToLocal(viewport.localToScene(viewport.getLayoutBounds()));
    int first = Math.clamp((int) Math.floor(seen.getMinY() / pitch()), 0, columns.size());
    int end = Math.clamp((int) Math.ceil(seen.getMaxY() / pitch()), first, columns.size());
    while (rows.size() < end - first) {
      addRow();
    }
    double typeWidth = widest.typeWidth();
    for (int i = first; i < end; i++) {
      place(i, typeWidth);
    }
    for (int line = 0; line < rows.size(); line++) {
      rows.get(line).setVisible(shown.get(line) >= first && shown.get(line) < end);
    }
  }

  private void addRow() {
    var row = new ColumnRow(messages);
    rows.add(row);
    getChildren().add(row);
    // Styles are given before the layout, which has begun.
    row.applyCss();
    // With one line more, columns have other lines.
    shown.add(NONE);
    shown.replaceAll(_ -> NONE);
  }

  /** A column keeps its line while it is in sight. */
  private void place(int index, double typeWidth) {
    int line = index % rows.size();
    ColumnRow row = rows.get(line);
    if (shown.get(line) != index) {
      shown.set(line, index);
      row.show(columns.get(index));
    }
    row.typeWidth(typeWidth);
    row.resizeRelocate(0, index * pitch(), getWidth(), pitch() - GAP);
  }

  private double pitch() {
    return Math.ceil(widest.prefHeight(-1)) + GAP;
  }
}
