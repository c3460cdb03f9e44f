package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.plugins.duckdb.CellSink;
import org.jspecify.annotations.Nullable;

/** Collects the cells of a column of one type. */
interface CellsBuilder extends CellSink {

  /**
   * Begins with a column.
   *
   * @param expected rows; there may be more
   */
  static CellsBuilder of(DataType type, int expected) {
    if (NumberForm.has(type)) {
      return new NumberCellsBuilder(type, expected);
    }
    return type == PlainType.FLOAT
        ? new FloatCellsBuilder(expected)
        : new ObjectCellsBuilder(type, expected);
  }

  /** The value of the next row; null stands for NULL. */
  void add(@Nullable Object value);

  @Override
  default void addNull() {
    add(null);
  }

  @Override
  default void addNumber(long number) {
    throw new IllegalStateException("no numbers belong here");
  }

  @Override
  default void addReal(double number) {
    throw new IllegalStateException("no floats belong here");
  }

  @Override
  default void addText(String text) {
    throw new IllegalStateException("no texts belong here");
  }

  /** A cell of another column as that of the next row. */
  void copy(Cells cells, int row);

  /** The first rows of another column as the next ones. */
  default void copyAll(Cells cells, int size) {
    for (int row = 0; row < size; row++) {
      copy(cells, row);
    }
  }

  /** The column; nothing is added afterwards. */
  Cells build();
}
