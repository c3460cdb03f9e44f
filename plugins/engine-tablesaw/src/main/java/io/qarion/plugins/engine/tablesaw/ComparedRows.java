package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.PlainType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What a comparison of two snapshots found, row by row, and the columns that come of it. */
final class ComparedRows {

  private final Relation input;
  private final Relation old;
  private final List<String> keys;
  private final RowNumbers now = new RowNumbers();
  private final RowNumbers last = new RowNumbers();
  private final BitSet gone = new BitSet();
  private final CellsBuilder kinds = CellsBuilder.of(PlainType.STRING, 0);
  private final CellsBuilder changes = CellsBuilder.of(PlainType.STRING, 0);

  ComparedRows(Relation input, Relation old, List<String> keys) {
    this.input = input;
    this.old = old;
    this.keys = keys;
  }

  /**
   * Adds a row.
   *
   * @param newRow of the input, or {@link RowNumbers#NONE}
   * @param oldRow the same of the snapshot before
   */
  void add(int newRow, int oldRow, boolean isGone, String kind, List<String> changed) {
    gone.set(now.size(), isGone);
    now.add(newRow);
    last.add(oldRow);
    kinds.add(kind);
    changes.add(changed.isEmpty() ? null : String.join(",", changed));
  }

  int size() {
    return now.size();
  }

  Cells kinds() {
    return kinds.build();
  }

  Cells changes() {
    return changes.build();
  }

  /** Values of the snapshot before. */
  List<Cells> previous(List<String> names) {
    return Picking.of(old.columns(names), last.toArray());
  }

  /** A row that is gone carries the values it had last; a key is that of either side. */
  List<Cells> lastKnown() {
    var columns = new ArrayList<Cells>();
    for (String name : input.names()) {
      columns.add(lastKnown(input.column(name), old.column(name), keys.contains(name)));
    }
    return columns;
  }

  private Cells lastKnown(Cells newCells, Cells oldCells, boolean isKey) {
    CellsBuilder builder = CellsBuilder.of(newCells.type(), size());
    for (int i = 0; i < size(); i++) {
      if (now.get(i) == RowNumbers.NONE || (gone.get(i) && !isKey)) {
        builder.copy(oldCells, last.get(i));
      } else {
        builder.copy(newCells, now.get(i));
      }
    }
    return builder.build();
  }
}
