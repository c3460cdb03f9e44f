package io.qarion.plugins.engine.tablesaw;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Makes columns of some rows of others. */
final class Picking {

  private Picking() {}

  /**
   * The same columns with other rows. Columns that were picked by the same numbers share the new
   * ones too, and none is ever seen through more than one array of numbers.
   *
   * @param rows those wanted, in their new order, {@link RowNumbers#NONE} for one of NULLs; not
   *     changed afterwards
   */
  static List<Cells> of(List<Cells> columns, int[] rows) {
    var followed = new IdentityHashMap<int[], int[]>();
    var picked = new ArrayList<Cells>(columns.size());
    for (Cells cells : columns) {
      picked.add(
          cells instanceof PickedCells before
              ? new PickedCells(
                  before.cells(),
                  followed.computeIfAbsent(before.rows(), numbers -> through(numbers, rows)))
              : new PickedCells(cells, rows));
    }
    return picked;
  }

  private static int[] through(int[] numbers, int[] rows) {
    var followed = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      followed[i] = rows[i] == RowNumbers.NONE ? RowNumbers.NONE : numbers[rows[i]];
    }
    return followed;
  }
}
