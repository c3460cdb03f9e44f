package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.transform.FillMissing;
import io.qarion.plugins.rows.RowComparator;
import java.util.Arrays;
import java.util.List;

/** Fills what is NULL with the value that the row before it has, or the one behind it. */
final class NeighbourFilling {

  private final GroupedRows partitions;
  private final boolean backward;

  NeighbourFilling(Steps steps, Relation input, FillMissing.FromNeighbour neighbour) {
    var groups = new Groups(new Keys(input.columns(neighbour.partitionBy())), input.size());
    this.partitions = new GroupedRows(groups);
    this.backward = neighbour.backward();
    RowComparator order = steps.order(neighbour.orderBy(), input);
    for (int i = 0; i < partitions.count(); i++) {
      RowSort.sort(partitions.rows(), partitions.start(i), partitions.end(i), order);
    }
  }

  /** A value of each row is that of a row that has one: no value is copied. */
  Cells filled(Cells cells) {
    var rows = new int[partitions.rows().length];
    Arrays.fill(rows, RowNumbers.NONE);
    for (int i = 0; i < partitions.count(); i++) {
      int known = RowNumbers.NONE;
      int size = partitions.end(i) - partitions.start(i);
      for (int j = 0; j < size; j++) {
        int row = partitions.row(backward ? partitions.end(i) - 1 - j : partitions.start(i) + j);
        known = cells.isNull(row) ? known : row;
        rows[row] = known;
      }
    }
    return Picking.of(List.of(cells), rows).getFirst();
  }
}
