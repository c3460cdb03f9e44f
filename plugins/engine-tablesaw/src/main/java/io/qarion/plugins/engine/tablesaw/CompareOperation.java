package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.expression.Formula;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.CompareSnapshots;
import io.qarion.plugins.rows.Evaluation;
import io.qarion.plugins.rows.RowKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares two snapshots by key; a missing side is known by its key, which is never NULL. */
final class CompareOperation {

  private final Steps steps;
  private final Relation input;
  private final Relation old;
  private final CompareSnapshots rule;
  private final Optional<Evaluation> deleted;

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
  }

  static Relation of(Steps steps, Relation input, CompareSnapshots rule) {
    return new CompareOperation(steps, input, rule).compared();
  }

  private Relation compared() {
    Map<RowKey, @Nullable Object[]> before = new LinkedHashMap<>();
    int[] oldKeys = old.places(rule.keys());
    int[] newKeys = input.places(rule.keys());
    steps.each(old.rows(), row -> before.put(RowKey.of(row, oldKeys), row));
    var rows = new ArrayList<@Nullable Object[]>();
    steps.each(
        input.rows(),
        row ->
            add(
                rows,
                Optional.of(row),
                Optional.ofNullable(before.remove(RowKey.of(row, newKeys)))));
    if (rule.absence() instanceof CompareSnapshots.Deleted) {
      steps.each(
          List.copyOf(before.values()), row -> add(rows, Optional.empty(), Optional.of(row)));
    }
    return new Relation(steps.output(rule, input), rows, false);
  }

  private void add(
      List<@Nullable Object[]> rows,
      Optional<@Nullable Object[]> now,
      Optional<@Nullable Object[]> last) {
    boolean isFlagged =
        now.isPresent() && deleted.map(flag -> flag.isTrue(now.get())).orElse(false);
    if (isFlagged && last.isEmpty()) {
      return;
    }
    List<String> changed =
        now.isPresent() && last.isPresent() ? changed(now.get(), last.get()) : List.of();
    String kind = kind(now.isEmpty() || isFlagged, last.isEmpty(), !changed.isEmpty());
    if (kind.equals("unchanged") && !rule.includeUnchanged()) {
      return;
    }
    boolean isGone = kind.equals("deleted");
    switch (rule.shape()) {
      case CompareSnapshots.Classified(boolean previousValues) ->
          rows.add(classified(now, last, kind, isGone ? List.of() : changed, previousValues));
      case CompareSnapshots.ChangeDataFeed _ -> {
        rows.add(fed(now, last, isGone, after(kind)));
        if (kind.equals("changed")) {
          rows.add(fed(Optional.empty(), last, true, "update_preimage"));
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

  private List<String> changed(@Nullable Object[] now, @Nullable Object[] last) {
    return rule.detection().stream()
        .filter(name -> !isLacking(name, last))
        .filter(name -> !RowKey.of(now, input.place(name)).equals(RowKey.of(last, old.place(name))))
        .toList();
  }

  /** Whether the old row comes of a batch that had no such column. */
  private boolean isLacking(String name, @Nullable Object[] last) {
    List<BatchRange.Between> ranges = rule.lacking().getOrDefault(name, List.of());
    if (ranges.isEmpty()) {
      return false;
    }
    long batch = last[old.place(TechnicalColumns.BATCH_ID)] instanceof Long id ? id : 0;
    return ranges.stream().anyMatch(range -> batch > range.after() && batch <= range.upTo());
  }

  /** A row that is gone carries the values it had last; a key is that of either side. */
  private @Nullable Object lastKnown(
      String name,
      Optional<@Nullable Object[]> now,
      Optional<@Nullable Object[]> last,
      boolean isGone) {
    boolean fromOld = now.isEmpty() || (isGone && !rule.keys().contains(name));
    return fromOld
        ? last.map(row -> row[old.place(name)]).orElse(null)
        : now.get()[input.place(name)];
  }

  private @Nullable Object[] classified(
      Optional<@Nullable Object[]> now,
      Optional<@Nullable Object[]> last,
      String kind,
      List<String> changed,
      boolean previousValues) {
    var row = new ArrayList<@Nullable Object>();
    for (String name : input.names()) {
      row.add(lastKnown(name, now, last, kind.equals("deleted")));
    }
    row.add(kind);
    row.add(changed.isEmpty() ? null : String.join(",", changed));
    if (previousValues) {
      for (String name : rule.detection()) {
        row.add(last.map(values -> values[old.place(name)]).orElse(null));
      }
    }
    return row.toArray();
  }

  private @Nullable Object[] fed(
      Optional<@Nullable Object[]> now,
      Optional<@Nullable Object[]> last,
      boolean isGone,
      String change) {
    var row = new ArrayList<@Nullable Object>();
    for (String name : input.names()) {
      row.add(lastKnown(name, now, last, isGone));
    }
    row.add(change);
    return row.toArray();
  }
}
