package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.DataType;
import io.qarion.plugins.rows.ValueOrder;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values that no number holds: texts, binary values, and decimals too wide, all with the scale of
 * their type. Tablesaw's columns of texts keep a dictionary, which costs more than it saves where
 * most texts differ, and take an empty text for missing.
 */
final class ObjectCells implements Cells {

  private final DataType type;
  private final @Nullable Object[] values;

  /**
   * @param values are not changed afterwards
   */
  ObjectCells(DataType type, @Nullable Object[] values) {
    this.type = type;
    this.values = values;
  }

  @Override
  public DataType type() {
    return type;
  }

  @Override
  public boolean isNull(int row) {
    return values[row] == null;
  }

  @Override
  public @Nullable Object value(int row) {
    return values[row];
  }

  @Override
  public Object object(int row) {
    return Objects.requireNonNull(values[row]);
  }

  @Override
  public int hash(int row) {
    return values[row] instanceof byte[] bytes
        ? Arrays.hashCode(bytes)
        : Objects.hashCode(values[row]);
  }

  @Override
  public int compare(int row, Cells other, int otherRow) {
    return ValueOrder.compare(object(row), other.object(otherRow));
  }

  /** Texts tell that they differ faster than which comes first. */
  @Override
  public boolean isSame(int row, Cells other, int otherRow) {
    return Objects.deepEquals(values[row], other.value(otherRow));
  }
}
