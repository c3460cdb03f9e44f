package io.qarion.plugins.rows;

import io.qarion.core.dataset.DataType;
import io.qarion.core.expression.Expression;
import io.qarion.core.expression.Frame;
import io.qarion.core.expression.FunctionCatalog;
import io.qarion.core.expression.FunctionKind;
import io.qarion.core.expression.ResolvedCall;
import io.qarion.core.expression.WindowSpecification;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A call over a window, computed for all rows at once. */
public final class WindowCall {

  private static final Frame UP_TO_PEERS =
      new Frame(
          Frame.Unit.RANGE,
          Frame.Bound.of(Frame.Direction.UNBOUNDED_PRECEDING),
          Frame.Bound.of(Frame.Direction.CURRENT_ROW));

  private final String name;
  private final DataType type;
  private final List<Evaluation> arguments;
  private final List<TypedEvaluation> partitionBy;
  private final List<OrderKey> orderBy;
  private final Frame frame;
  private final Optional<AggregateCall> aggregate;

  WindowCall(Expression.Call call, ExpressionEvaluator expressions) {
    WindowSpecification window = call.over().orElseThrow();
    boolean isAggregate =
        FunctionCatalog.standard().find(call.function()).stream()
            .anyMatch(way -> way.kind() == FunctionKind.AGGREGATE);
    this.name = call.function();
    this.type = expressions.type();
    this.arguments = expressions.arguments(call, ResolvedCall.of(call, expressions::typeOf));
    this.partitionBy = window.partitionBy().stream().map(expressions::typed).toList();
    this.orderBy =
        window.orderBy().stream()
            .map(term -> OrderKey.of(term, expressions.typed(term.expression())))
            .toList();
    this.frame = window.frame().orElse(UP_TO_PEERS);
    this.aggregate =
        isAggregate ? Optional.of(new AggregateCall(call, expressions)) : Optional.empty();
  }

  /** What the values are. */
  public DataType type() {
    return type;
  }

  public List<TypedEvaluation> partitionBy() {
    return partitionBy;
  }

  public List<OrderKey> orderBy() {
    return orderBy;
  }

  /**
   * Computes the value of each row of a partition, in its order.
   *
   * @param values is given them
   */
  public void compute(Partition partition, Rows rows, Consumer<@Nullable Object> values) {
    if (aggregate.isPresent()) {
      aggregated(partition, rows, aggregate.get(), values);
    } else {
      var members = new Members(partition, rows);
      for (int i = 0; i < partition.size(); i++) {
        values.accept(value(members, i));
      }
    }
  }

  /** Rows are added as long as a frame only grows; else it is gone through anew. */
  private void aggregated(
      Partition partition, Rows rows, AggregateCall call, Consumer<@Nullable Object> values) {
    AggregateCall.Group group = call.group();
    int start = 0;
    int end = -1;
    for (int i = 0; i < partition.size(); i++) {
      int from = partition.start(frame, i);
      int to = partition.end(frame, i);
      if (from != start || to < end) {
        group = call.group();
        start = from;
        end = from - 1;
      }
      while (end < to) {
        group.add(rows.at(partition.row(++end)));
      }
      values.accept(group.result());
    }
  }

  private @Nullable Object value(Members rows, int place) {
    Partition partition = rows.partition();
    int size = partition.size();
    return switch (name) {
      case "row_number" -> place + 1L;
      case "rank" -> partition.firstPeer(place) + 1L;
      case "dense_rank" -> partition.denseRank(place) + 1L;
      case "percent_rank" -> size == 1 ? 0.0 : partition.firstPeer(place) / (size - 1.0);
      case "cume_dist" -> (partition.lastPeer(place) + 1.0) / size;
      case "ntile" -> tile(number(rows, 0, place), place, size);
      case "lag" -> shifted(rows, place, -1);
      case "lead" -> shifted(rows, place, 1);
      case "first_value" -> inFrame(rows, place, 1);
      case "last_value" -> last(rows, place);
      case "nth_value" -> inFrame(rows, place, number(rows, 1, place));
      default -> throw new IllegalArgumentException("no window function " + name);
    };
  }

  private @Nullable Object argument(Members rows, int argument, int place) {
    return arguments.get(argument).of(rows.at(place));
  }

  private long number(Members rows, int argument, int place) {
    return argument(rows, argument, place) instanceof Number number ? number.longValue() : 1;
  }

  private static Object tile(long tiles, int place, int size) {
    long small = size / tiles;
    long larger = size % tiles;
    long inLarger = larger * (small + 1);
    return place < inLarger
        ? place / (small + 1) + 1
        : larger + (place - inLarger) / Math.max(1, small) + 1;
  }

  private @Nullable Object shifted(Members rows, int place, int direction) {
    long distance = arguments.size() > 1 ? number(rows, 1, place) : 1;
    long target = place + direction * distance;
    if (target >= 0 && target < rows.partition().size()) {
      return argument(rows, 0, (int) target);
    }
    return arguments.size() > 2 ? argument(rows, 2, place) : null;
  }

  private @Nullable Object inFrame(Members rows, int place, long number) {
    long target = rows.partition().start(frame, place) + number - 1;
    return number >= 1 && target <= rows.partition().end(frame, place)
        ? argument(rows, 0, (int) target)
        : null;
  }

  private @Nullable Object last(Members rows, int place) {
    int end = rows.partition().end(frame, place);
    return end >= rows.partition().start(frame, place) ? argument(rows, 0, end) : null;
  }

  /** The rows of a partition by their places in it. */
  private record Members(Partition partition, Rows rows) {

    RowView at(int place) {
      return rows.at(partition.row(place));
    }
  }
}
