package io.qarion.plugins.rows;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.BinaryOperator;
import io.qarion.core.expression.Expression;
import io.qarion.core.expression.ExpressionTyper;
import io.qarion.core.expression.IntervalUnit;
import io.qarion.core.expression.ResolvedCall;
import io.qarion.core.expression.Typing;
import io.qarion.core.expression.ValueType;
import io.qarion.core.transform.ParameterTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Compiles a typed expression to a function of a row. */
public final class ExpressionEvaluator {

  private final RowScope scope;
  private final Expression tree;
  private final Typing typing;
  private final Comparisons comparisons = new Comparisons(this);

  /**
   * Types an expression.
   *
   * @throws QarionException if it is not valid in the scope
   */
  public ExpressionEvaluator(RowScope scope, Expression tree) {
    this.scope = scope;
    this.tree = tree;
    this.typing = ExpressionTyper.type(tree, scope.typing());
    typing.requireValid();
  }

  /** The whole expression. */
  public static Evaluation of(Expression tree, RowScope scope) {
    var evaluator = new ExpressionEvaluator(scope, tree);
    return evaluator.compile(tree);
  }

  /** The whole expression as a value of a type. */
  public static Evaluation of(Expression tree, RowScope scope, DataType wanted) {
    var evaluator = new ExpressionEvaluator(scope, tree);
    return evaluator.coerced(tree, wanted);
  }

  /** The whole expression with its type. */
  public static TypedEvaluation typed(Expression tree, RowScope scope) {
    return new ExpressionEvaluator(scope, tree).typed(tree);
  }

  TypedEvaluation typed(Expression part) {
    DataType type = typeOf(part).dataType().orElse(PlainType.STRING);
    return new TypedEvaluation(compile(part), type, placeOf(part));
  }

  /** Where the part stands in a row, if it is nothing else. */
  private OptionalInt placeOf(Expression part) {
    if (part instanceof Expression.ColumnReference column) {
      return OptionalInt.of(scope.place(column));
    }
    Integer computed = part instanceof Expression.Call call ? scope.computed().get(call) : null;
    return computed == null ? OptionalInt.empty() : OptionalInt.of(computed);
  }

  /** What the expression is; bare NULL is text. */
  public DataType type() {
    return typing.type().dataType().orElse(PlainType.STRING);
  }

  /** The whole expression. */
  public Evaluation compile() {
    return compile(tree);
  }

  ValueType typeOf(Expression part) {
    return typing.typeOf(part);
  }

  Evaluation compile(Expression part) {
    return switch (part) {
      case Expression.Literal(Object value, DataType type, _) ->
          constant(Constants.of(value, type));
      case Expression.NullLiteral _ -> constant(null);
      case Expression.IntervalLiteral _, Expression.Malformed _ ->
          throw new IllegalStateException("an interval or a malformed part has no value");
      case Expression.ColumnReference column -> column(column);
      case Expression.Parameter(var name, _) -> parameter(name);
      case Expression.Unary unary -> unary(unary);
      case Expression.Binary binary -> binary(binary);
      case Expression.IsNull(var operand, var negated, _) -> isNull(operand, negated);
      case Expression.IsDistinct distinct -> comparisons.distinct(distinct);
      case Expression.In in -> comparisons.in(in);
      case Expression.Between between -> comparisons.between(between);
      case Expression.Like like -> like(like);
      case Expression.Case cases -> cases(cases);
      case Expression.Cast(var operand, var type, var orNull, _) -> cast(operand, type, orNull);
      case Expression.Call call -> call(call);
    };
  }

  private static Evaluation constant(@Nullable Object value) {
    return _ -> value;
  }

  private Evaluation column(Expression.ColumnReference column) {
    int place = scope.place(column);
    return row -> row.value(place);
  }

  private Evaluation parameter(String name) {
    Object value = Objects.requireNonNull(scope.parameters().get(name));
    return constant(Constants.of(value, ParameterTypes.typeOf(value)));
  }

  /** A part as a value of a type that holds its values. */
  Evaluation coerced(Expression part, DataType wanted) {
    Optional<DataType> from = typeOf(part).dataType();
    if (from.isEmpty()) {
      return constant(null);
    }
    return from.get().equals(wanted)
        ? compile(part)
        : applied(ScalarFunctions.cast(from.get(), wanted, false), List.of(compile(part)));
  }

  private static Evaluation applied(ScalarFunction function, List<Evaluation> arguments) {
    return row -> {
      var values = new @Nullable Object[arguments.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = arguments.get(i).of(row);
      }
      return function.apply(values);
    };
  }

  private Evaluation isNull(Expression operand, boolean negated) {
    OptionalInt column = placeOf(operand);
    if (column.isPresent()) {
      int place = column.getAsInt();
      return row -> row.isNull(place) != negated;
    }
    Evaluation value = compile(operand);
    return row -> (value.of(row) == null) != negated;
  }

  private Evaluation unary(Expression.Unary unary) {
    Evaluation operand = compile(unary.operand());
    return switch (unary.operator()) {
      case NOT -> row -> operand.of(row) instanceof Boolean flag ? !flag : null;
      case MINUS ->
          applied(ScalarFunctions.find("negate", List.of(), PlainType.INTEGER), List.of(operand));
    };
  }

  private Evaluation binary(Expression.Binary binary) {
    return switch (binary.operator()) {
      case OR -> logical(binary, true);
      case AND -> logical(binary, false);
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          comparisons.compared(binary);
      case CONCAT ->
          applied(
              ScalarFunctions.find("||", List.of(), PlainType.STRING),
              List.of(
                  coerced(binary.left(), PlainType.STRING),
                  coerced(binary.right(), PlainType.STRING)));
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> arithmetic(binary);
    };
  }

  /** Of NULL nothing is known: it only counts where the other side decides nothing. */
  private Evaluation logical(Expression.Binary binary, boolean deciding) {
    Evaluation left = compile(binary.left());
    Evaluation right = compile(binary.right());
    return row -> {
      Object first = left.of(row);
      if (first instanceof Boolean flag && flag == deciding) {
        return deciding;
      }
      Object second = right.of(row);
      if (second instanceof Boolean flag && flag == deciding) {
        return deciding;
      }
      return (first == null || second == null) ? null : !deciding;
    };
  }

  private Evaluation arithmetic(Expression.Binary binary) {
    Expression left = binary.left();
    Expression right = binary.right();
    if (right instanceof Expression.IntervalLiteral(long amount, IntervalUnit unit, _)) {
      return moved(left, binary.operator() == BinaryOperator.SUBTRACT ? -amount : amount, unit);
    }
    if (left instanceof Expression.IntervalLiteral(long amount, IntervalUnit unit, _)) {
      return moved(right, amount, unit);
    }
    Optional<DataType> type = typeOf(binary).dataType();
    if (type.isEmpty()) {
      return constant(null);
    }
    List<Evaluation> operands = List.of(compile(left), compile(right));
    boolean areNumbers = isNumber(left) && isNumber(right);
    return areNumbers
        ? applied(ScalarFunctions.operator(binary.operator(), List.of(), type.get()), operands)
        : applied(
            ScalarFunctions.find("date_diff", List.of(), PlainType.INTEGER),
            List.of(constant("day"), operands.get(1), operands.get(0)));
  }

  private boolean isNumber(Expression part) {
    return typeOf(part).dataType().map(DataType::isNumeric).orElse(true);
  }

  private Evaluation moved(Expression moment, long amount, IntervalUnit unit) {
    return applied(
        ScalarFunctions.find("date_add", List.of(), PlainType.TIMESTAMP),
        List.of(constant(unit.text()), constant(amount), compile(moment)));
  }

  private Evaluation like(Expression.Like like) {
    ScalarFunction function =
        ScalarFunctions.find(like.caseSensitive() ? "like" : "ilike", List.of(), PlainType.BOOLEAN);
    Evaluation found =
        applied(
            function,
            List.of(
                coerced(like.operand(), PlainType.STRING),
                coerced(like.pattern(), PlainType.STRING)));
    return row -> found.of(row) instanceof Boolean flag ? flag != like.negated() : null;
  }

  private Evaluation cases(Expression.Case cases) {
    DataType type = typeOf(cases).dataType().orElse(PlainType.STRING);
    List<Evaluation> conditions = comparisons.conditions(cases);
    List<Evaluation> values =
        cases.branches().stream().map(branch -> coerced(branch.then(), type)).toList();
    Evaluation otherwise =
        cases.otherwise().map(value -> coerced(value, type)).orElseGet(() -> constant(null));
    return row -> {
      for (int i = 0; i < conditions.size(); i++) {
        if (conditions.get(i).isTrue(row)) {
          return values.get(i).of(row);
        }
      }
      return otherwise.of(row);
    };
  }

  private Evaluation cast(Expression operand, DataType type, boolean orNull) {
    return typeOf(operand)
        .dataType()
        .map(from -> applied(ScalarFunctions.cast(from, type, orNull), List.of(compile(operand))))
        .orElseGet(() -> constant(null));
  }

  private Evaluation call(Expression.Call call) {
    Integer computed = scope.computed().get(call);
    if (computed != null) {
      int place = computed;
      return row -> row.value(place);
    }
    ResolvedCall resolved = ResolvedCall.of(call, this::typeOf);
    DataType result = typeOf(call).dataType().orElse(PlainType.STRING);
    List<DataType> types = types(call, resolved);
    return applied(ScalarFunctions.find(call.function(), types, result), arguments(call, resolved));
  }

  /** The arguments of a call as the function takes them. */
  List<Evaluation> arguments(Expression.Call call, ResolvedCall resolved) {
    var arguments = new ArrayList<Evaluation>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Expression argument = call.arguments().get(i);
      arguments.add(
          resolved
              .wanted()
              .get(i)
              .map(type -> coerced(argument, type))
              .orElseGet(() -> compile(argument)));
    }
    return arguments;
  }

  /** The types that the arguments of a call have then. */
  List<DataType> types(Expression.Call call, ResolvedCall resolved) {
    var types = new ArrayList<DataType>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Expression argument = call.arguments().get(i);
      types.add(
          resolved.wanted().get(i).or(() -> typeOf(argument).dataType()).orElse(PlainType.INTEGER));
    }
    return types;
  }
}
