package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.DataType;
import io.qarion.core.expression.ValueType;
import java.util.ArrayList;
import java.util.List;

/** Some columns whose values in a row are its key: equal where all are equal, NULL to NULL. */
final class Keys {

  private final Cells[] columns;

  Keys(List<Cells> columns) {
    this.columns = columns.toArray(Cells[]::new);
  }

  /** Keys of two tables with the same types, so that they can be compared. */
  record Pair(Keys left, Keys right) {

    static Pair of(List<Cells> left, int leftSize, List<Cells> right, int rightSize) {
      var newLeft = new ArrayList<Cells>();
      var newRight = new ArrayList<Cells>();
      for (int i = 0; i < left.size(); i++) {
        DataType common = common(left.get(i).type(), right.get(i).type());
        newLeft.add(Conversion.of(left.get(i), leftSize, common));
        newRight.add(Conversion.of(right.get(i), rightSize, common));
      }
      return new Pair(new Keys(newLeft), new Keys(newRight));
    }

    private static DataType common(DataType left, DataType right) {
      return ValueType.common(ValueType.of(left), ValueType.of(right))
          .flatMap(ValueType::dataType)
          .orElse(left);
    }
  }

  int hash(int row) {
    int hash = 1;
    for (Cells column : columns) {
      hash = 31 * hash + column.hash(row);
    }
    return hash;
  }

  /** Whether a value is NULL, which is equal to nothing in a join. */
  boolean hasNull(int row) {
    for (Cells column : columns) {
      if (column.isNull(row)) {
        return true;
      }
    }
    return false;
  }

  boolean isSame(int row, Keys other, int otherRow) {
    for (int i = 0; i < columns.length; i++) {
      if (!columns[i].isSame(row, other.columns[i], otherRow)) {
        return false;
      }
    }
    return true;
  }
}
