package io.qarion.plugins.sql;

import io.qarion.core.dataset.DataType;
import io.qarion.core.expression.BinaryOperator;
import io.qarion.core.expression.IntervalUnit;
import org.jspecify.annotations.Nullable;

/** Where expressions of engines that speak SQL differ. */
public interface ExpressionDialect {

  /** A name in the dialect's quotes. */
  String name(String identifier);

  /** The type that holds a logical type. */
  String type(DataType type);

  /** A value as a literal of its type; null gives a typed NULL. */
  String literal(@Nullable Object value, DataType type);

  /** A value where what stands beside it settles its type, so that it can be written shortly. */
  String plain(Object value, DataType type);

  /** Conversion with our portable meaning; {@code orNull} gives NULL where it fails. */
  String cast(String sql, DataType from, DataType to, boolean orNull);

  /** + - * / % of numbers, with exactly the type of the result. */
  String arithmetic(BinaryOperator operator, Operand left, Operand right, DataType result);

  /** A number with the other sign. */
  default String negated(Operand number) {
    return "-" + number.closed();
  }

  /** Days from one date to another. */
  default String days(Operand from, Operand to) {
    return to.closed() + " - " + from.closed();
  }

  /** Whether the engine itself brings values of two types together to compare them. */
  default boolean comparesMixedTypes() {
    return true;
  }

  /** What to write in place of a value, so that it has its place in an order. */
  default String ordered(String sql, DataType type) {
    return sql;
  }

  /** A date or timestamp moved by a number of units. */
  String moved(Operand moment, long amount, IntervalUnit unit);

  /** Whether a text is like a pattern in which nothing escapes. */
  String like(String text, String pattern, boolean caseSensitive, boolean negated);

  /** A call whose arguments have the types that the function takes. */
  String call(CallSql call);
}
