package io.qarion.core.transform;

import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says which rows are new, changed, deleted or unchanged against an earlier snapshot, key by key.
 * Comparison is NULL-safe. A deleted row carries its last values.
 *
 * @param previous alias of the earlier snapshot, which has the same columns
 * @param keys never NULL, each combination once on either side
 * @param detection columns whose difference makes a row changed, in order
 * @param absence what a key means that is missing now
 * @param lacking for a column of {@code detection} the batches that came without it: their rows are
 *     not compared in it. The earlier snapshot has {@code batch_id} then.
 */
public record CompareSnapshots(
    String previous,
    List<String> keys,
    List<String> detection,
    Absence absence,
    boolean includeUnchanged,
    Shape shape,
    Map<String, List<BatchRange.Between>> lacking)
    implements TransformationRule {

  public static final String RECORD_TYPE = "xt_record_type";
  public static final String CHANGED_COLUMNS = "xt_changed_columns";
  public static final String PREVIOUS_PREFIX = "xt_previous_";
  public static final String CHANGE_TYPE = "_change_type";

  public CompareSnapshots {
    keys = List.copyOf(keys);
    detection = List.copyOf(detection);
    lacking = Map.copyOf(lacking);
  }

  /** A comparison of snapshots that have all columns. */
  public CompareSnapshots(
      String previous,
      List<String> keys,
      List<String> detection,
      Absence absence,
      boolean includeUnchanged,
      Shape shape) {
    this(previous, keys, detection, absence, includeUnchanged, shape, Map.of());
  }

  public CompareSnapshots withLacking(Map<String, List<BatchRange.Between>> newLacking) {
    return new CompareSnapshots(
        previous, keys, detection, absence, includeUnchanged, shape, newLacking);
  }

  /** What a key means that was there before and is missing now. */
  public sealed interface Absence {}

  /** The snapshot is whole: a missing key is deleted. */
  public record Deleted() implements Absence {}

  /**
   * The snapshot is a part: a missing key says nothing.
   *
   * @param deleted true for a row that itself says it is deleted
   */
  public record SaysNothing(Optional<Formula> deleted) implements Absence {}

  /** Which columns come out. */
  public sealed interface Shape {}

  /**
   * One row a key: {@code xt_record_type}, {@code xt_changed_columns}, previous values if asked.
   */
  public record Classified(boolean previousValues) implements Shape {}

  /** Delta's shape: one or two rows a key, with {@code _change_type}. */
  public record ChangeDataFeed() implements Shape {}

  @Override
  public String operation() {
    return "compare_snapshots";
  }

  @Override
  public TracedSchema output(TracedSchema input, RuleScope scope) {
    keys.forEach(name -> scope.column(input, name, "primary_key"));
    detection.forEach(name -> scope.column(input, name, "change_detection_columns"));
    if (absence instanceof SaysNothing(Optional<Formula> deleted)) {
      deleted.ifPresent(condition -> scope.condition(input, condition, "delete_column"));
    }
    var added = new ArrayList<TracedColumn>();
    switch (shape) {
      case ChangeDataFeed _ -> added.add(text(CHANGE_TYPE, true));
      case Classified(boolean previousValues) -> {
        added.add(text(RECORD_TYPE, true));
        added.add(text(CHANGED_COLUMNS, false));
        if (previousValues) {
          detection.forEach(name ->
              input
                  .find(name)
                  .ifPresent(column -> added.add(column.named(PREVIOUS_PREFIX + name).optional())));
        }
      }
    }
    return input.with(added);
  }

  private static TracedColumn text(String name, boolean required) {
    return new TracedColumn(name, ValueType.of(PlainType.STRING), required, Set.of());
  }
}
