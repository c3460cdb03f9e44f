package io.qarion.core.expression;

import io.qarion.core.dataset.DataType;
import io.qarion.core.problem.Span;
import java.util.List;
import java.util.Optional;

/** An expression as read from its text; spans are UTF-16 offsets in that text. */
public sealed interface Expression {

  /** Where this is in the text it was read from. */
  Span span();

  /**
   * A value as written.
   *
   * @param value Boolean, Long, BigDecimal (written with a point), Double (with an exponent),
   *     String, LocalDate, LocalTime or LocalDateTime, as {@code type} says
   */
  record Literal(Object value, DataType type, Span span) implements Expression {}

  /** The word {@code null}. */
  record NullLiteral(Span span) implements Expression {}

  /** A length of time such as {@code interval '1' month}. */
  record IntervalLiteral(long amount, IntervalUnit unit, Span span) implements Expression {}

  /**
   * A column, {@code amount} or {@code orders.amount} or {@code "total amount"}.
   *
   * @param qualifier all that stands before the last point, without quotes; {@code tasks.load} in
   *     {@code tasks.load.rows_written}
   * @param name the name without its quotes
   */
  record ColumnReference(Optional<String> qualifier, String name, Span span)
      implements Expression {}

  /** A variable, {@code :name}; its value is bound, never pasted. */
  record Parameter(String name, Span span) implements Expression {}

  /** An operator before its operand. A plus sign leaves no trace. */
  record Unary(UnaryOperator operator, Expression operand, Span span) implements Expression {}

  /** An operator between its operands. */
  record Binary(BinaryOperator operator, Expression left, Expression right, Span span)
      implements Expression {}

  /** {@code IS NULL} and {@code IS NOT NULL}. */
  record IsNull(Expression operand, boolean negated, Span span) implements Expression {}

  /** {@code IS DISTINCT FROM}, where NULL is a value like any other; negated with NOT. */
  record IsDistinct(Expression left, Expression right, boolean negated, Span span)
      implements Expression {}

  /** Membership in a written list. */
  record In(Expression operand, List<Expression> values, boolean negated, Span span)
      implements Expression {

    public In {
      values = List.copyOf(values);
    }
  }

  /** A range with both ends in it. */
  record Between(Expression operand, Expression low, Expression high, boolean negated, Span span)
      implements Expression {}

  /** {@code LIKE}, or {@code ILIKE} where case does not count. */
  record Like(
      Expression operand, Expression pattern, boolean caseSensitive, boolean negated, Span span)
      implements Expression {}

  /** {@code CASE}, with an operand that the branches are compared with, or without one. */
  record Case(
      Optional<Expression> operand,
      List<Branch> branches,
      Optional<Expression> otherwise,
      Span span)
      implements Expression {

    public Case {
      branches = List.copyOf(branches);
    }
  }

  /** One {@code WHEN .. THEN ..} of a {@link Case}. */
  record Branch(Expression when, Expression then) {}

  /** {@code cast(x as type)}, or {@code try_cast} which gives NULL where cast fails. */
  record Cast(Expression operand, DataType type, boolean orNull, Span span) implements Expression {}

  /**
   * A call of a function of the {@link FunctionCatalog}; {@code count(*)} has no arguments.
   *
   * @param function in lower case
   */
  record Call(
      String function,
      List<Expression> arguments,
      boolean distinct,
      Optional<Expression> filter,
      Optional<WindowSpecification> over,
      Span span)
      implements Expression {

    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** What is left where nothing could be read; a problem says why. */
  record Malformed(Span span) implements Expression {}
}
