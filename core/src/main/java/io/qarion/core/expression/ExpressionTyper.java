package io.qarion.core.expression;

import static io.qarion.core.dataset.PlainType.BOOLEAN;
import static io.qarion.core.dataset.PlainType.STRING;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.Expression.Binary;
import io.qarion.core.expression.Expression.Unary;
import io.qarion.core.problem.NearestName;
import io.qarion.core.problem.QuickFix.ReplacePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives every part of an expression its type, and says what has no meaning. */
public final class ExpressionTyper {

  static final String TYPE = "expression.type";

  private final TypingContext context;
  private final CallTyper calls;

  private ExpressionTyper(Scope scope) {
    context = new TypingContext(scope);
    calls = new CallTyper(context, this);
  }

  /** Checks an expression, also one with problems in its text. */
  public static Typing type(Formula formula, Scope scope) {
    return type(formula.tree(), scope);
  }

  /** Checks a tree that was read by {@link Formula#parse}. */
  public static Typing type(Expression tree, Scope scope) {
    var typer = new ExpressionTyper(scope);
    return typer.context.typing(typer.visit(tree));
  }

  /** Checks an expression that has to say yes or no. */
  public static Typing typeCondition(Expression tree, Scope scope) {
    var typer = new ExpressionTyper(scope);
    ValueType type = typer.visit(tree);
    typer.condition(tree, type);
    return typer.context.typing(type);
  }

  ValueType visit(Expression expression) {
    ValueType type =
        switch (expression) {
          case Expression.Literal literal -> ValueType.of(literal.type());
          case Expression.NullLiteral _ -> ValueType.Special.NULL;
          case Expression.IntervalLiteral _ -> ValueType.Special.INTERVAL;
          case Expression.ColumnReference column -> ColumnLookup.type(context, column);
          case Expression.Parameter parameter -> parameter(parameter);
          case Unary unary -> unary(unary);
          case Binary binary -> binary(binary, visit(binary.left()), visit(binary.right()));
          case Expression.IsNull test -> isNull(test);
          case Expression.IsDistinct test -> {
            compare(test.left(), visit(test.left()), test.right());
            yield ValueType.of(BOOLEAN);
          }
          case Expression.In in -> in(in);
          case Expression.Between between -> between(between);
          case Expression.Like like -> like(like);
          case Expression.Case cases -> cases(cases);
          case Expression.Cast cast -> cast(cast, visit(cast.operand()));
          case Expression.Call call -> calls.type(call);
          case Expression.Malformed _ -> ValueType.Special.UNKNOWN;
        };
    return context.put(expression, type);
  }

  private ValueType parameter(Expression.Parameter parameter) {
    ValueType type = context.scope().parameters().get(parameter.name());
    if (type != null) {
      return type;
    }
    String fix =
        NearestName.of(parameter.name(), context.scope().parameters().keySet())
            .map(name -> "Write :" + name + ".")
            .orElse("Add it to the variables of the project or the flow.");
    List<ReplacePart> meant =
        NearestName.all(parameter.name(), context.scope().parameters().keySet()).stream()
            .map(name -> new ReplacePart("", parameter.span(), parameter.name(), ":" + name))
            .toList();
    return context.report(
        new TypeProblem(
            parameter.span(),
            "variable.unknown",
            "There is no variable " + parameter.name() + ".",
            fix,
            meant));
  }

  private ValueType unary(Unary unary) {
    ValueType operand = visit(unary.operand());
    return switch (unary.operator()) {
      case NOT -> {
        condition(unary.operand(), operand);
        yield ValueType.of(BOOLEAN);
      }
      case MINUS -> {
        if (TypeRules.isOpen(operand) || TypeRules.isNumeric(operand)) {
          yield operand;
        }
        String fix =
            operand == ValueType.Special.INTERVAL
                ? "Write the sign into the quotes: interval '-1' day."
                : "Use a number.";
        String message = "A minus sign before " + TypeRules.named(operand) + " has no meaning.";
        yield context.report(unary.span(), TYPE, message, fix);
      }
    };
  }

  private ValueType binary(Binary binary, ValueType left, ValueType right) {
    return switch (binary.operator()) {
      case OR, AND -> {
        condition(binary.left(), left);
        condition(binary.right(), right);
        yield ValueType.of(BOOLEAN);
      }
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> {
        compare(binary.left(), left, binary.right(), right);
        yield ValueType.of(BOOLEAN);
      }
      case CONCAT -> {
        text(binary.left(), left);
        text(binary.right(), right);
        yield ValueType.of(STRING);
      }
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER ->
          Arithmetic.type(context, binary, left, right);
    };
  }

  void condition(Expression at, ValueType type) {
    if (!TypeRules.isOpen(type) && !TypeRules.is(type, BOOLEAN)) {
      context.report(
          at.span(),
          TYPE,
          "A condition has to be true or false, and this is " + TypeRules.named(type) + ".",
          "Write a comparison, such as x > 0.");
    }
  }

  /** Whether the value can be joined to a text. */
  void text(Expression at, ValueType type) {
    if (type == ValueType.Special.INTERVAL || TypeRules.is(type, PlainType.BINARY)) {
      String message = TypeRules.beginning(type) + " cannot be joined to a text.";
      context.report(at.span(), TYPE, message, "Use a text, a number or a date.");
    }
  }

  private void compare(Expression left, ValueType leftType, Expression right) {
    compare(left, leftType, right, visit(right));
  }

  private void compare(Expression left, ValueType leftType, Expression right, ValueType rightType) {
    if (TypeRules.areComparable(leftType, rightType)) {
      return;
    }
    context.report(
        left.span().start() <= right.span().start() ? left.span().to(right.span()) : right.span(),
        TYPE,
        TypeRules.beginning(leftType)
            + " cannot be compared with "
            + TypeRules.named(rightType)
            + ".",
        compareFix(left, leftType, right, rightType));
  }

  private static String compareFix(
      Expression left, ValueType leftType, Expression right, ValueType rightType) {
    if (TypeRules.is(leftType, STRING)) {
      return right instanceof Expression.Literal literal && TypeRules.isNumeric(rightType)
          ? "Write '" + literal.value() + "' in single quotes."
          : castFix(rightType);
    }
    boolean written = left instanceof Expression.Literal;
    return TypeRules.is(rightType, STRING) && !written ? castFix(leftType) : castFix(rightType);
  }

  private static String castFix(ValueType wanted) {
    String type = wanted.dataType().map(DataType::text).orElse("string");
    String usable = type.equals("json") ? "string" : type;
    return "Write cast(.. as " + usable + ") around the other.";
  }

  private ValueType isNull(Expression.IsNull test) {
    visit(test.operand());
    return ValueType.of(BOOLEAN);
  }

  private ValueType in(Expression.In in) {
    ValueType operand = visit(in.operand());
    for (Expression value : in.values()) {
      compare(in.operand(), operand, value);
    }
    return ValueType.of(BOOLEAN);
  }

  private ValueType between(Expression.Between between) {
    ValueType operand = visit(between.operand());
    compare(between.operand(), operand, between.low());
    compare(between.operand(), operand, between.high());
    return ValueType.of(BOOLEAN);
  }

  private ValueType like(Expression.Like like) {
    likePart(like.operand());
    likePart(like.pattern());
    return ValueType.of(BOOLEAN);
  }

  private void likePart(Expression part) {
    ValueType type = visit(part);
    if (!TypeRules.isOpen(type) && !TypeRules.is(type, STRING)) {
      String message = "LIKE works on texts, and this is " + TypeRules.named(type) + ".";
      context.report(part.span(), TYPE, message, "Write cast(.. as string).");
    }
  }

  private ValueType cases(Expression.Case cases) {
    Optional<ValueType> operand = cases.operand().map(this::visit);
    var results = new ArrayList<Expression>(cases.branches().size() + 1);
    for (Expression.Branch branch : cases.branches()) {
      ValueType when = visit(branch.when());
      if (operand.isPresent()) {
        compare(cases.operand().orElseThrow(), operand.get(), branch.when(), when);
      } else {
        condition(branch.when(), when);
      }
      results.add(branch.then());
    }
    cases.otherwise().ifPresent(results::add);
    return unify(results, results.stream().map(this::visit).toList());
  }

  /** The type that holds all the values; beside decimals an integer literal is one of its size. */
  ValueType unify(List<Expression> values, List<ValueType> types) {
    boolean decimals =
        types.stream()
            .anyMatch(
                type -> type instanceof ValueType.Known(DataType t) && t instanceof DecimalType);
    ValueType result = ValueType.Special.NULL;
    for (int i = 0; i < values.size(); i++) {
      boolean literal = decimals && values.get(i) instanceof Expression.Literal;
      boolean sized = literal && TypeRules.is(types.get(i), PlainType.INTEGER);
      ValueType type =
          sized ? ValueType.of(Arithmetic.digits(values.get(i), types.get(i))) : types.get(i);
      Optional<ValueType> common = TypeRules.common(result, type);
      if (type == ValueType.Special.INTERVAL || common.isEmpty()) {
        return mixed(result, values.get(i), type);
      }
      result = common.get();
    }
    return result;
  }

  private ValueType mixed(ValueType before, Expression added, ValueType type) {
    String fix =
        before.dataType().isPresent() ? "Write cast(.. as " + before.text() + ")." : "Use a value.";
    return context.report(
        added.span(),
        TYPE,
        "All values have to be of one type: this is "
            + TypeRules.named(type)
            + ", those before are "
            + before.text()
            + ".",
        fix);
  }

  private ValueType cast(Expression.Cast cast, ValueType from) {
    if (!TypeRules.canCast(from, cast.type())) {
      context.report(
          cast.span(),
          "expression.cast",
          TypeRules.beginning(from)
              + " cannot be made "
              + TypeRules.named(ValueType.of(cast.type()))
              + ".",
          "Cast to string first, if its text is what you want.");
    }
    return ValueType.of(cast.type());
  }
}
