package io.qarion.plugins.sql;

import io.qarion.core.dataset.DataType;
import io.qarion.core.expression.FunctionDefinition;
import java.util.List;
import java.util.Optional;

/**
 * A call, ready to be written.
 *
 * @param filter condition of its rows; empty for all
 * @param over what stands in {@code OVER (..)}; empty if it is no window
 */
public record CallSql(
    FunctionDefinition function,
    List<Operand> arguments,
    DataType result,
    boolean distinct,
    Optional<String> filter,
    Optional<String> over) {

  public CallSql {
    arguments = List.copyOf(arguments);
  }

  public String name() {
    return function.name();
  }

  /** The call over rows that fulfil a condition too. */
  public CallSql withFilter(String condition) {
    String both =
        filter
            .map(own -> SqlFragment.closed(own) + " AND " + SqlFragment.closed(condition))
            .orElse(condition);
    return new CallSql(function, arguments, result, distinct, Optional.of(both), over);
  }

  /** What follows the call: its filter and its window. */
  public String tail() {
    return filter.map(condition -> " FILTER (WHERE " + condition + ")").orElse("")
        + over.map(window -> " OVER (" + window + ")").orElse("");
  }
}
