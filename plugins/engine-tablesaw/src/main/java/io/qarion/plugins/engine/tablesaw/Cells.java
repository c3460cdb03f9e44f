package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.DataType;
import io.qarion.plugins.duckdb.CellSource;
import java.math.BigDecimal;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one column by their rows, which are never changed. Each kind answers one of {@link
 * #number}, {@link #real} and {@link #object}, and neither they nor {@link #compare} are asked
 * where a cell is NULL.
 */
sealed interface Cells extends CellSource
    permits NumberCells, FloatCells, ObjectCells, PickedCells, RepeatedCells {

  DataType type();

  /** The value as rules compute with it; null stands for NULL. */
  @Nullable Object value(int row);

  /** What {@link NumberForm} makes of the value. */
  @Override
  default long number(int row) {
    throw new IllegalStateException("no numbers hold " + type().text());
  }

  @Override
  default double real(int row) {
    throw new IllegalStateException("no floats hold " + type().text());
  }

  /** A text, the bytes of a binary value or a wide decimal. */
  default Object object(int row) {
    throw new IllegalStateException("no objects hold " + type().text());
  }

  @Override
  default String text(int row) {
    return switch (object(row)) {
      case byte[] bytes -> HexFormat.of().formatHex(bytes);
      case BigDecimal decimal -> decimal.toPlainString();
      case Object text -> text.toString();
    };
  }

  /** Equal for cells of the same type that are equal. */
  int hash(int row);

  /** The order of two cells of the same type. */
  int compare(int row, Cells other, int otherRow);

  /** Whether two cells of the same type are equal; NULL is equal to NULL. */
  default boolean isSame(int row, Cells other, int otherRow) {
    boolean isOtherNull = other.isNull(otherRow);
    return isNull(row) ? isOtherNull : !isOtherNull && compare(row, other, otherRow) == 0;
  }
}
