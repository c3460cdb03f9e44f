package io.qarion.app.designer.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Bounds;

/**
 * Finds what lies in an area without looking at everything: a grid of cells.
 *
 * @param <T> what is found
 */
final class SpatialIndex<T> {

  private static final double CELL = 512;

  private final Map<Long, List<T>> cells = new HashMap<>();

  void add(T item, Bounds bounds) {
    forEachCell(bounds, cell -> cells.computeIfAbsent(cell, _ -> new ArrayList<>()).add(item));
  }

  /** All that may lie in an area, each once, in the order it was added to each cell. */
  Set<T> in(Bounds area) {
    var found = new LinkedHashSet<T>();
    forEachCell(area, cell -> found.addAll(cells.getOrDefault(cell, List.of())));
    return found;
  }

  private static void forEachCell(Bounds area, CellVisitor visitor) {
    int left = cell(area.getMinX());
    int right = cell(area.getMaxX());
    int top = cell(area.getMinY());
    int bottom = cell(area.getMaxY());
    for (int x = left; x <= right; x++) {
      for (int y = top; y <= bottom; y++) {
        visitor.visit(((long) x << Integer.SIZE) ^ (y & 0xffff_ffffL));
      }
    }
  }

  private static int cell(double position) {
    return (int) Math.floor(position / CELL);
  }

  /** Takes the number of a cell. */
  @FunctionalInterface
  private interface CellVisitor {
    void visit(long cell);
  }
}
