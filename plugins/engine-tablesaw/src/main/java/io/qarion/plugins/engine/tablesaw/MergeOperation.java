package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.transform.Write;
import io.qarion.plugins.rows.Evaluation;
import io.qarion.plugins.rows.ExpressionEvaluator;
import io.qarion.plugins.rows.RowKey;
import io.qarion.plugins.rows.RowScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges rows into a table by key; the first action whose condition holds is taken. */
final class MergeOperation {

  private final StoredTable stored;
  private final Write.Merge merge;
  private final List<Optional<Evaluation>> conditions;
  private final int[] keys;
  private final int width;

  /**
   * @param deciding columns behind the table's that conditions may name
   */
  MergeOperation(
      Dataset target,
      StoredTable stored,
      Schema deciding,
      Write.Merge merge,
      Map<String, Object> parameters) {
    this.stored = stored;
    this.merge = merge;
    this.width = stored.schema().size();
    this.keys = merge.keys().stream().mapToInt(stored.schema().names()::indexOf).toArray();
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

  WriteOperation.Written of(List<@Nullable Object[]> rows) {
    Map<RowKey, List<Integer>> places = new HashMap<>();
    List<@Nullable Object[]> before = stored.rows();
    for (int i = 0; i < before.size(); i++) {
      places.computeIfAbsent(RowKey.of(before.get(i), keys), _ -> new ArrayList<>()).add(i);
    }
    List<@Nullable Object[]> after = new ArrayList<>(before);
    Set<Integer> deleted = new HashSet<>();
    var added = new ArrayList<@Nullable Object[]>();
    long changes = 0;
    for (@Nullable Object[] row : rows) {
      List<Integer> matches = places.getOrDefault(RowKey.of(row, keys), List.of());
      if (matches.isEmpty() && action(row, Optional.empty()).isPresent()) {
        added.add(Arrays.copyOf(row, width));
        changes++;
      }
      for (int place : matches) {
        switch (action(row, Optional.of(before.get(place))).orElse(NOTHING)) {
          case UPDATE_MATCHED -> {
            after.set(place, Arrays.copyOf(row, width));
            changes++;
          }
          case DELETE_MATCHED -> {
            deleted.add(place);
            changes++;
          }
          case INSERT_UNMATCHED -> {}
        }
      }
    }
    var result = new ArrayList<@Nullable Object[]>();
    for (int i = 0; i < after.size(); i++) {
      if (!deleted.contains(i)) {
        result.add(after.get(i));
      }
    }
    result.addAll(added);
    return new WriteOperation.Written(StoredTable.of(stored.schema(), result), changes);
  }

  /** Stands for no action at a row that is there. */
  private static final Write.MergeAction.Kind NOTHING = Write.MergeAction.Kind.INSERT_UNMATCHED;

  private Optional<Write.MergeAction.Kind> action(
      @Nullable Object[] row, Optional<@Nullable Object[]> match) {
    @Nullable Object[] both = Arrays.copyOf(row, row.length + width);
    match.ifPresent(values -> System.arraycopy(values, 0, both, row.length, width));
    for (int i = 0; i < merge.actions().size(); i++) {
      Write.MergeAction.Kind kind = merge.actions().get(i).kind();
      boolean isForMatch = kind != Write.MergeAction.Kind.INSERT_UNMATCHED;
      boolean holds = conditions.get(i).map(condition -> condition.isTrue(both)).orElse(true);
      if (isForMatch == match.isPresent() && holds) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
