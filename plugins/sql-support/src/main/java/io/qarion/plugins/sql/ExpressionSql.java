package io.qarion.plugins.sql;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.BinaryOperator;
import io.qarion.core.expression.Expression;
import io.qarion.core.expression.ExpressionTyper;
import io.qarion.core.expression.IntervalUnit;
import io.qarion.core.expression.Scope;
import io.qarion.core.expression.Typing;
import io.qarion.core.expression.UnaryOperator;
import io.qarion.core.expression.ValueType;
import io.qarion.core.transform.ParameterTypes;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes one typed expression as SQL; what differs between engines is asked of the dialect. */
final class ExpressionSql {

  private final ExpressionDialect dialect;
  private final ExpressionScope scope;
  private final Expression tree;
  private final Typing typing;
  private final CallWriter calls = new CallWriter(this);
  private final ComparisonSql comparisons = new ComparisonSql(this);

  ExpressionSql(ExpressionDialect dialect, ExpressionScope scope, Expression tree) {
    this.dialect = dialect;
    this.scope = scope;
    this.tree = tree;
    this.typing = ExpressionTyper.type(tree, typingScope(scope));
    typing.requireValid();
  }

  /** The whole expression; bare NULL is text. */
  String sql() {
    return typing.type() == ValueType.Special.NULL
        ? dialect.literal(null, PlainType.STRING)
        : write(tree);
  }

  /** What the whole expression is ordered by. */
  String orderKey() {
    return typing.type().dataType().map(type -> orderKey(tree)).orElseGet(this::sql);
  }

  String orderKey(Expression part) {
    return typeOf(part)
        .dataType()
        .map(type -> dialect.ordered(write(part), type))
        .orElseGet(() -> write(part));
  }

  ExpressionDialect dialect() {
    return dialect;
  }

  ValueType typeOf(Expression part) {
    return typing.typeOf(part);
  }

  String write(Expression expression) {
    return switch (expression) {
      case Expression.Literal literal -> dialect.literal(literal.value(), literal.type());
      case Expression.NullLiteral _ -> "NULL";
      case Expression.IntervalLiteral _, Expression.Malformed _ ->
          throw new IllegalStateException(
              "an interval or a malformed part has no value of its own");
      case Expression.ColumnReference column -> column(column);
      case Expression.Parameter(var name, _) -> parameter(name);
      case Expression.Unary unary -> unary(unary);
      case Expression.Binary binary -> binary(binary);
      case Expression.IsNull(var operand, var negated, _) ->
          closed(operand) + (negated ? " IS NOT NULL" : " IS NULL");
      case Expression.IsDistinct distinct -> comparisons.distinct(distinct);
      case Expression.In in -> comparisons.in(in);
      case Expression.Between between -> comparisons.between(between);
      case Expression.Like(var text, var pattern, var caseSensitive, var negated, _) ->
          dialect.like(
              SqlFragment.closed(coerced(text, PlainType.STRING)),
              SqlFragment.closed(coerced(pattern, PlainType.STRING)),
              caseSensitive,
              negated);
      case Expression.Case cases -> cases(cases);
      case Expression.Cast(var operand, var type, var orNull, _) ->
          typeOf(operand)
              .dataType()
              .map(from -> dialect.cast(write(operand), from, type, orNull))
              .orElseGet(() -> dialect.literal(null, type));
      case Expression.Call call -> calls.write(call);
    };
  }

  String closed(Expression expression) {
    return SqlFragment.closed(write(expression));
  }

  /** A part as a value of a type that holds its values. */
  String coerced(Expression part, DataType wanted) {
    if (part instanceof Expression.Literal(Object value, DataType type, _) && type.isNumeric()) {
      Optional<String> literal = number(value, wanted);
      if (literal.isPresent()) {
        return literal.get();
      }
    }
    return typeOf(part)
        .dataType()
        .map(from ->
            from.equals(wanted) ? write(part) : dialect.cast(write(part), from, wanted, false))
        .orElseGet(() -> dialect.literal(null, wanted));
  }

  /** A written number in another type of number, as far as it stays the same. */
  private Optional<String> number(Object value, DataType wanted) {
    var exact = new BigDecimal(value.toString());
    return switch (wanted) {
      case DecimalType(int precision, int scale)
          when exact.scale() <= scale && exact.setScale(scale).precision() <= precision ->
          Optional.of(dialect.literal(exact.setScale(scale), wanted));
      case PlainType.FLOAT -> Optional.of(dialect.literal(exact.doubleValue(), wanted));
      case DecimalType _, PlainType _ -> Optional.empty();
    };
  }

  /** Types of what the expression may name; whether it may do so was checked before. */
  private static Scope typingScope(ExpressionScope scope) {
    List<Scope.Source> sources =
        scope.tables().stream()
            .map(table ->
                table.qualifier().isEmpty()
                    ? Scope.Source.of(table.schema())
                    : Scope.Source.of(table.qualifier(), table.schema()))
            .toList();
    Map<String, ValueType> parameters = new LinkedHashMap<>();
    scope
        .parameters()
        .forEach((name, value) -> parameters.put(name, ValueType.of(ParameterTypes.typeOf(value))));
    return new Scope(sources, true, parameters, true, Optional.empty(), true);
  }

  private String column(Expression.ColumnReference column) {
    String alias = scope.find(column.qualifier(), column.name()).orElseThrow().alias();
    String name = dialect.name(column.name());
    return alias.isEmpty() ? name : alias + "." + name;
  }

  private String parameter(String name) {
    Object value = scope.parameters().get(name);
    if (value == null) {
      throw new IllegalStateException("the parameter " + name + " was checked and has no value");
    }
    return dialect.literal(value, ParameterTypes.typeOf(value));
  }

  private String unary(Expression.Unary unary) {
    return switch (unary.operator()) {
      case UnaryOperator.NOT -> "NOT " + closed(unary.operand());
      case UnaryOperator.MINUS -> dialect.negated(operand(unary.operand()));
    };
  }

  private String binary(Expression.Binary binary) {
    return switch (binary.operator()) {
      case OR, AND ->
          logical(binary.left(), binary)
              + " "
              + binary.operator().symbol()
              + " "
              + logical(binary.right(), binary);
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          comparisons.compared(binary);
      case CONCAT ->
          SqlFragment.closed(coerced(binary.left(), PlainType.STRING))
              + " || "
              + SqlFragment.closed(coerced(binary.right(), PlainType.STRING));
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> arithmetic(binary);
    };
  }

  /** Conditions read well without parentheses where AND and OR are not mixed. */
  private String logical(Expression operand, Expression.Binary parent) {
    boolean plain =
        switch (operand) {
          case Expression.Binary inner ->
              inner.operator().isComparison() || inner.operator() == parent.operator();
          case Expression.IsNull _, Expression.IsDistinct _, Expression.In _ -> true;
          case Expression.Between _,
              Expression.Call _,
              Expression.Case _,
              Expression.Cast _,
              Expression.ColumnReference _,
              Expression.IntervalLiteral _,
              Expression.Like _,
              Expression.Literal _,
              Expression.Malformed _,
              Expression.NullLiteral _,
              Expression.Parameter _,
              Expression.Unary _ ->
              false;
        };
    return plain ? write(operand) : closed(operand);
  }

  private String arithmetic(Expression.Binary binary) {
    Expression left = binary.left();
    Expression right = binary.right();
    if (right instanceof Expression.IntervalLiteral(long amount, IntervalUnit unit, _)) {
      long signed = binary.operator() == BinaryOperator.SUBTRACT ? -amount : amount;
      return dialect.moved(operand(left), signed, unit);
    }
    if (left instanceof Expression.IntervalLiteral(long amount, IntervalUnit unit, _)) {
      return dialect.moved(operand(right), amount, unit);
    }
    Optional<DataType> type = typeOf(binary).dataType();
    if (type.isEmpty()) {
      return "NULL";
    }
    if (!isNumber(left) || !isNumber(right)) {
      return dialect.days(operand(right), operand(left));
    }
    return dialect.arithmetic(
        binary.operator(), numeric(left, right), numeric(right, left), type.get());
  }

  private boolean isNumber(Expression part) {
    return typeOf(part).dataType().map(DataType::isNumeric).orElse(true);
  }

  /** A number beside another one: an integer written beside a decimal has the digits it has. */
  private Operand numeric(Expression part, Expression other) {
    DataType otherType = typeOf(other).dataType().orElse(PlainType.INTEGER);
    if (part instanceof Expression.Literal(Long value, _, _) && otherType instanceof DecimalType) {
      var exact = BigDecimal.valueOf(value);
      var digits = new DecimalType(Math.max(1, exact.precision()), 0);
      return new Operand(dialect.literal(exact, digits), digits, Optional.of(value));
    }
    boolean beside = !(other instanceof Expression.Literal) && otherType == PlainType.INTEGER;
    if (part instanceof Expression.Literal(Long value, DataType type, _) && beside) {
      return new Operand(dialect.plain(value, type), type, Optional.of(value));
    }
    return operand(part);
  }

  /** A part as it is; bare NULL is an integer. */
  Operand operand(Expression part) {
    Optional<Object> constant =
        part instanceof Expression.Literal literal
            ? Optional.of(literal.value())
            : Optional.empty();
    DataType type = typeOf(part).dataType().orElse(PlainType.INTEGER);
    return new Operand(
        typeOf(part).dataType().isEmpty() ? dialect.literal(null, type) : write(part),
        type,
        constant);
  }

  private String cases(Expression.Case cases) {
    DataType type = typeOf(cases).dataType().orElse(PlainType.STRING);
    var sql = new StringBuilder("CASE");
    cases
        .operand()
        .ifPresent(operand -> sql.append(' ').append(comparisons.caseOperand(operand, cases)));
    for (Expression.Branch branch : cases.branches()) {
      sql.append(" WHEN ")
          .append(comparisons.caseValue(branch.when(), cases))
          .append(" THEN ")
          .append(coerced(branch.then(), type));
    }
    cases.otherwise().ifPresent(other -> sql.append(" ELSE ").append(coerced(other, type)));
    return sql.append(" END").toString();
  }
}
