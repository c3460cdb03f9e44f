package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.expression.Formula;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.CompareSnapshots;
import io.qarion.plugins.rows.Evaluation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Compares two snapshots by key; a missing side is known by its key, which is never NULL. */
final class CompareOperation {

  private final Steps steps;
  private final Relation input;
  private final Relation old;
  private final CompareSnapshots rule;
  private final Optional<Evaluation> deleted;
  private final CellsRow inputRow;
  private final List<Detection> detections;
  private final ComparedRows found;

  private CompareOperation(Steps steps, Relation input, CompareSnapshots rule) {
    this.steps = steps;
    this.input = input;
    this.old = steps.source(rule.previous());
    this.rule = rule;
    this.deleted =
        switch (rule.absence()) {
          case CompareSnapshots.Deleted _ -> Optional.empty();
          case CompareSnapshots.SaysNothing(Optional<Formula> condition) ->
              condition.map(formula -> steps.compiled(formula, input));
        };
    this.inputRow = new CellsRow(input.columns());
    this.detections = rule.detection().stream().map(this::detection).toList();
    this.found = new ComparedRows(input, old, rule.keys());
  }

  private Detection detection(String name) {
    List<BatchRange.Between> ranges = rule.lacking().getOrDefault(name, List.of());
    Keys.Pair values =
        Keys.Pair.of(
            List.of(input.column(name)), input.size(), List.of(old.column(name)), old.size());
    return new Detection(name, values, lacking(ranges));
  }

  /** The old rows that come of a batch that had no such column. */
  private BitSet lacking(List<BatchRange.Between> ranges) {
    var rows = new BitSet();
    if (!ranges.isEmpty()) {
      Cells batches = old.column(TechnicalColumns.BATCH_ID);
      for (int row = 0; row < old.size(); row++) {
        long batch = batches.isNull(row) ? 0 : batches.number(row);
        rows.set(
            row, ranges.stream().anyMatch(range -> batch > range.after() && batch <= range.upTo()));
      }
    }
    return rows;
  }

  /**
   * A column that is compared.
   *
   * @param lacking old rows that are not
   */
  private record Detection(String name, Keys.Pair values, BitSet lacking) {

    boolean isChanged(int now, int last) {
      return !lacking.get(last) && !values.left().isSame(now, values.right(), last);
    }
  }

  static Relation of(Steps steps, Relation input, CompareSnapshots rule) {
    return new CompareOperation(steps, input, rule).compared();
  }

  private Relation compared() {
    Keys.Pair keys =
        Keys.Pair.of(
            input.columns(rule.keys()), input.size(), old.columns(rule.keys()), old.size());
    var before = new Groups(keys.right(), old.size());
    var isSeen = new BitSet(before.count());
    int[] lasts = before.lasts();
    steps.each(
        input.size(),
        row -> {
          int group = before.find(keys.left(), row);
          boolean isNew = group == RowNumbers.NONE || isSeen.get(group);
          if (!isNew) {
            isSeen.set(group);
          }
          add(row, isNew ? RowNumbers.NONE : lasts[group]);
        });
    if (rule.absence() instanceof CompareSnapshots.Deleted) {
      steps.each(
          lasts.length,
          group -> {
            if (!isSeen.get(group)) {
              add(RowNumbers.NONE, lasts[group]);
            }
          });
    }
    return result();
  }

  private void add(int now, int last) {
    boolean isNow = now != RowNumbers.NONE;
    boolean isFlagged = isNow && deleted.isPresent() && deleted.get().isTrue(inputRow.at(now));
    if (isFlagged && last == RowNumbers.NONE) {
      return;
    }
    List<String> changed = isNow && last != RowNumbers.NONE ? changed(now, last) : List.of();
    String kind = kind(!isNow || isFlagged, last == RowNumbers.NONE, !changed.isEmpty());
    if (kind.equals("unchanged") && !rule.includeUnchanged()) {
      return;
    }
    boolean isGone = kind.equals("deleted");
    switch (rule.shape()) {
      case CompareSnapshots.Classified _ ->
          found.add(now, last, isGone, kind, isGone ? List.of() : changed);
      case CompareSnapshots.ChangeDataFeed _ -> {
        found.add(now, last, isGone, after(kind), List.of());
        if (kind.equals("changed")) {
          found.add(RowNumbers.NONE, last, true, "update_preimage", List.of());
        }
      }
    }
  }

  private static String kind(boolean isGone, boolean isNew, boolean isChanged) {
    if (isGone) {
      return "deleted";
    }
    return isNew ? "new" : isChanged ? "changed" : "unchanged";
  }

  private static String after(String kind) {
    return switch (kind) {
      case "new" -> "insert";
      case "deleted" -> "delete";
      case "changed" -> "update_postimage";
      default -> kind;
    };
  }

  private List<String> changed(int now, int last) {
    List<String> changed = List.of();
    for (Detection detection : detections) {
      if (detection.isChanged(now, last)) {
        changed = changed.isEmpty() ? new ArrayList<>() : changed;
        changed.add(detection.name());
      }
    }
    return changed;
  }

  private Relation result() {
    var columns = new ArrayList<>(found.lastKnown());
    columns.add(found.kinds());
    if (rule.shape() instanceof CompareSnapshots.Classified(boolean previousValues)) {
      columns.add(found.changes());
      if (previousValues) {
        columns.addAll(found.previous(rule.detection()));
      }
    }
    return new Relation(steps.output(rule, input), found.size(), columns, false);
  }
}
