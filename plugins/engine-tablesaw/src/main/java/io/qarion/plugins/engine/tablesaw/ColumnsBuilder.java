package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the columns of rows that come one after the other. */
final class ColumnsBuilder {

  private final List<CellsBuilder> columns;
  private int size;

  ColumnsBuilder(Schema schema) {
    this.columns =
        schema.columns().stream().map(column -> CellsBuilder.of(column.type(), 0)).toList();
  }

  void add(List<@Nullable Object> row) {
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).add(row.get(i));
    }
    size++;
  }

  /**
   * The same with cells in another order.
   *
   * @param places of each column in the row, less than 0 for NULL
   */
  void add(List<@Nullable Object> row, int[] places) {
    for (int i = 0; i < places.length; i++) {
      columns.get(i).add(places[i] < 0 ? null : row.get(places[i]));
    }
    size++;
  }

  /** Rows so far. */
  int size() {
    return size;
  }

  /** The columns; nothing is added afterwards. */
  List<Cells> build() {
    return columns.stream().map(CellsBuilder::build).toList();
  }
}
