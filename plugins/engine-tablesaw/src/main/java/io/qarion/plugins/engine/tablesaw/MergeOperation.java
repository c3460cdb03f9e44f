package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Schema;
import io.qarion.core.transform.Write;
import io.qarion.plugins.rows.Evaluation;
import io.qarion.plugins.rows.ExpressionEvaluator;
import io.qarion.plugins.rows.RowScope;
import io.qarion.plugins.rows.RowView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Merges rows into a table by key; the first action whose condition holds is taken. */
final class MergeOperation {

  /** Stands for no action at a row that is there. */
  private static final Write.MergeAction.Kind NOTHING = Write.MergeAction.Kind.INSERT_UNMATCHED;

  private final StoredTable stored;
  private final Write.Merge merge;
  private final List<Optional<Evaluation>> conditions;

  /** For each stored row the new one in its place, or {@link RowNumbers#NONE}. */
  private final int[] updates;

  private final BitSet deleted = new BitSet();
  private final RowNumbers added = new RowNumbers();
  private long changes;

  /**
   * @param deciding columns behind the table's that conditions may name
   */
  MergeOperation(
      StoredTable stored, Schema deciding, Write.Merge merge, Map<String, Object> parameters) {
    this.stored = stored;
    this.merge = merge;
    this.updates = new int[stored.size()];
    Arrays.fill(updates, RowNumbers.NONE);
    var source = new ArrayList<>(stored.schema().columns());
    source.addAll(deciding.columns());
    var scope =
        new RowScope(
            List.of(
                new RowScope.Table("source", new Schema(source), 0),
                new RowScope.Table("target", stored.schema(), source.size())),
            parameters,
            Map.of());
    this.conditions =
        merge.actions().stream()
            .map(action ->
                action.condition().map(formula -> ExpressionEvaluator.of(formula.tree(), scope)))
            .toList();
  }

  WriteOperation.Written of(List<Cells> rows, int size) {
    List<String> names = stored.schema().names();
    List<Cells> keys = merge.keys().stream().map(key -> rows.get(names.indexOf(key))).toList();
    Keys.Pair pair = Keys.Pair.of(keys, size, stored.columns(merge.keys()), stored.size());
    var groups = new Groups(pair.right(), stored.size());
    var places = new GroupedRows(groups);
    var both = new PairRow(rows, stored.columns());
    for (int row = 0; row < size; row++) {
      int group = groups.find(pair.left(), row);
      if (group == RowNumbers.NONE) {
        unmatched(row, both);
      } else {
        for (int place = places.start(group); place < places.end(group); place++) {
          matched(row, places.row(place), both);
        }
      }
    }
    return new WriteOperation.Written(result(rows), changes);
  }

  private void unmatched(int row, PairRow both) {
    if (action(both.at(row, RowNumbers.NONE), false).isPresent()) {
      added.add(row);
      changes++;
    }
  }

  private void matched(int row, int place, PairRow both) {
    switch (action(both.at(row, place), true).orElse(NOTHING)) {
      case UPDATE_MATCHED -> {
        updates[place] = row;
        changes++;
      }
      case DELETE_MATCHED -> {
        deleted.set(place);
        changes++;
      }
      case INSERT_UNMATCHED -> {}
    }
  }

  private Optional<Write.MergeAction.Kind> action(RowView row, boolean isMatched) {
    for (int i = 0; i < merge.actions().size(); i++) {
      Write.MergeAction.Kind kind = merge.actions().get(i).kind();
      boolean isForMatch = kind != Write.MergeAction.Kind.INSERT_UNMATCHED;
      Optional<Evaluation> condition = conditions.get(i);
      if (isForMatch == isMatched && (condition.isEmpty() || condition.get().isTrue(row))) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private StoredTable result(List<Cells> rows) {
    int size = stored.size() - deleted.cardinality() + added.size();
    var columns = new ArrayList<Cells>();
    for (int i = 0; i < stored.columns().size(); i++) {
      CellsBuilder builder = CellsBuilder.of(stored.schema().columns().get(i).type(), size);
      for (int place = 0; place < updates.length; place++) {
        if (!deleted.get(place)) {
          boolean isUpdated = updates[place] != RowNumbers.NONE;
          builder.copy(
              isUpdated ? rows.get(i) : stored.columns().get(i),
              isUpdated ? updates[place] : place);
        }
      }
      for (int place = 0; place < added.size(); place++) {
        builder.copy(rows.get(i), added.get(place));
      }
      columns.add(builder.build());
    }
    return StoredTable.of(stored.schema(), columns, size);
  }
}
