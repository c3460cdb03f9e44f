package io.qarion.plugins.rows;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.Expression;
import io.qarion.core.expression.ResolvedCall;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call of an aggregate, ready to be given the rows of groups. */
public final class AggregateCall {

  private final String name;
  private final List<DataType> types;
  private final DataType result;
  private final List<Evaluation> arguments;
  private final Optional<Evaluation> filter;
  private final boolean distinct;

  AggregateCall(Expression.Call call, ExpressionEvaluator expressions) {
    ResolvedCall resolved = ResolvedCall.of(call, expressions::typeOf);
    this.name = call.function();
    this.types = expressions.types(call, resolved);
    this.result = expressions.typeOf(call).dataType().orElse(PlainType.STRING);
    this.arguments = expressions.arguments(call, resolved);
    this.filter = call.filter().map(expressions::compile);
    this.distinct = call.distinct();
  }

  /** What the results are. */
  public DataType type() {
    return result;
  }

  /** Begins with a group. */
  public Group group() {
    return new Group();
  }

  /** One group of rows. */
  public final class Group {

    private final Aggregate aggregate = Aggregates.find(name, types, result);
    private final Set<RowKey> seen = distinct ? new HashSet<>() : Set.of();

    private Group() {}

    public void add(RowView row) {
      if (filter.isPresent() && !filter.get().isTrue(row)) {
        return;
      }
      var values = new @Nullable Object[arguments.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = arguments.get(i).of(row);
      }
      if (!distinct || seen.add(new RowKey(values))) {
        aggregate.add(values);
      }
    }

    public @Nullable Object result() {
      return aggregate.result();
    }
  }
}
