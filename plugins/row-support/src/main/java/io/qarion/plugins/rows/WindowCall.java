package io.qarion.plugins.rows;

import io.qarion.core.expression.Expression;
import io.qarion.core.expression.Frame;
import io.qarion.core.expression.FunctionCatalog;
import io.qarion.core.expression.FunctionKind;
import io.qarion.core.expression.ResolvedCall;
import io.qarion.core.expression.WindowSpecification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call over a window, computed for all rows at once. */
public final class WindowCall {

  private static final Frame UP_TO_PEERS =
      new Frame(
          Frame.Unit.RANGE,
          Frame.Bound.of(Frame.Direction.UNBOUNDED_PRECEDING),
          Frame.Bound.of(Frame.Direction.CURRENT_ROW));

  private final String name;
  private final List<Evaluation> arguments;
  private final List<Evaluation> partitionBy;
  private final Comparator<@Nullable Object[]> order;
  private final Frame frame;
  private final Optional<AggregateCall> aggregate;

  WindowCall(Expression.Call call, ExpressionEvaluator expressions) {
    WindowSpecification window = call.over().orElseThrow();
    boolean isAggregate =
        FunctionCatalog.standard().find(call.function()).stream()
            .anyMatch(way -> way.kind() == FunctionKind.AGGREGATE);
    this.name = call.function();
    this.arguments = expressions.arguments(call, ResolvedCall.of(call, expressions::typeOf));
    this.partitionBy = window.partitionBy().stream().map(expressions::compile).toList();
    this.order =
        window.orderBy().stream()
            .map(term ->
                RowOrder.by(
                    expressions.compile(term.expression()), term.descending(), term.nullsFirst()))
            .reduce(Comparator::thenComparing)
            .orElse((_, _) -> 0);
    this.frame = window.frame().orElse(UP_TO_PEERS);
    this.aggregate =
        isAggregate ? Optional.of(new AggregateCall(call, expressions)) : Optional.empty();
  }

  /**
   * Computes the value of each row.
   *
   * @param place where it is put in the row
   */
  public void compute(List<@Nullable Object[]> rows, int place) {
    Map<RowKey, List<@Nullable Object[]>> partitions = new LinkedHashMap<>();
    for (@Nullable Object[] row : rows) {
      partitions.computeIfAbsent(RowKey.of(row, partitionBy), _ -> new ArrayList<>()).add(row);
    }
    for (List<@Nullable Object[]> members : partitions.values()) {
      members.sort(order);
      var partition = new Partition(members, order);
      if (aggregate.isPresent()) {
        aggregated(partition, aggregate.get(), place);
      } else {
        for (int i = 0; i < partition.size(); i++) {
          partition.row(i)[place] = value(partition, i);
        }
      }
    }
  }

  /** Rows are added as long as a frame only grows; else it is gone through anew. */
  private void aggregated(Partition partition, AggregateCall call, int place) {
    AggregateCall.Group group = call.group();
    int start = 0;
    int end = -1;
    var values = new @Nullable Object[partition.size()];
    for (int i = 0; i < partition.size(); i++) {
      int from = partition.start(frame, i);
      int to = partition.end(frame, i);
      if (from != start || to < end) {
        group = call.group();
        start = from;
        end = from - 1;
      }
      while (end < to) {
        group.add(partition.row(++end));
      }
      values[i] = group.result();
    }
    for (int i = 0; i < values.length; i++) {
      partition.row(i)[place] = values[i];
    }
  }

  private @Nullable Object value(Partition rows, int place) {
    int size = rows.size();
    return switch (name) {
      case "row_number" -> place + 1L;
      case "rank" -> rows.firstPeer(place) + 1L;
      case "dense_rank" -> rows.denseRank(place) + 1L;
      case "percent_rank" -> size == 1 ? 0.0 : rows.firstPeer(place) / (size - 1.0);
      case "cume_dist" -> (rows.lastPeer(place) + 1.0) / size;
      case "ntile" -> tile(rows.row(place), place, size);
      case "lag" -> shifted(rows, place, -1);
      case "lead" -> shifted(rows, place, 1);
      case "first_value" -> inFrame(rows, place, 1);
      case "last_value" -> last(rows, place);
      case "nth_value" -> inFrame(rows, place, number(rows.row(place)));
      default -> throw new IllegalArgumentException("no window function " + name);
    };
  }

  private long number(@Nullable Object[] row) {
    return arguments.get(1).of(row) instanceof Number number ? number.longValue() : 1;
  }

  private Object tile(@Nullable Object[] row, int place, int size) {
    long tiles = arguments.getFirst().of(row) instanceof Number number ? number.longValue() : 1;
    long small = size / tiles;
    long larger = size % tiles;
    long inLarger = larger * (small + 1);
    return place < inLarger
        ? place / (small + 1) + 1
        : larger + (place - inLarger) / Math.max(1, small) + 1;
  }

  private @Nullable Object shifted(Partition rows, int place, int direction) {
    @Nullable Object[] row = rows.row(place);
    long distance = arguments.size() > 1 ? number(row) : 1;
    long target = place + direction * distance;
    if (target >= 0 && target < rows.size()) {
      return arguments.getFirst().of(rows.row((int) target));
    }
    return arguments.size() > 2 ? arguments.get(2).of(row) : null;
  }

  private @Nullable Object inFrame(Partition rows, int place, long number) {
    long target = rows.start(frame, place) + number - 1;
    return number >= 1 && target <= rows.end(frame, place)
        ? arguments.getFirst().of(rows.row((int) target))
        : null;
  }

  private @Nullable Object last(Partition rows, int place) {
    int end = rows.end(frame, place);
    return end >= rows.start(frame, place) ? arguments.getFirst().of(rows.row(end)) : null;
  }
}
