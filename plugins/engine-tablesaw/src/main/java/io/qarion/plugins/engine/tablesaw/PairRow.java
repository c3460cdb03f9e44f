package io.qarion.plugins.engine.tablesaw;

import io.qarion.plugins.rows.RowView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of one table and behind it one of another, or NULLs in its place. */
final class PairRow implements RowView {

  private final Cells[] left;
  private final Cells[] right;
  private int leftRow;
  private int rightRow;

  PairRow(List<Cells> left, List<Cells> right) {
    this.left = left.toArray(Cells[]::new);
    this.right = right.toArray(Cells[]::new);
  }

  /**
   * Another pair; this is the view of it from now on.
   *
   * @param newRight {@link RowNumbers#NONE} for NULLs
   */
  RowView at(int newLeft, int newRight) {
    leftRow = newLeft;
    rightRow = newRight;
    return this;
  }

  @Override
  public @Nullable Object value(int place) {
    if (place < left.length) {
      return left[place].value(leftRow);
    }
    return rightRow == RowNumbers.NONE ? null : right[place - left.length].value(rightRow);
  }
}
