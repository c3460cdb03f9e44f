package io.qarion.core.expression;

import io.qarion.core.expression.Expression.Call;
import io.qarion.core.problem.NearestName;
import io.qarion.core.problem.QuickFix.ReplacePart;
import io.qarion.core.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types of calls: which function is meant, whether it may stand here, and what it gives. */
final class CallTyper {

  private static final String ARGUMENTS = "function.arguments";

  private final TypingContext context;
  private final ExpressionTyper expressions;
  private final FunctionCatalog catalog = FunctionCatalog.standard();

  CallTyper(TypingContext context, ExpressionTyper expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  ValueType type(Call call) {
    List<FunctionDefinition> ways = catalog.find(call.function());
    boolean known = !ways.isEmpty();
    if (known) {
      CallPlacement.check(context, call, ways.getFirst().kind());
    }
    boolean aggregate =
        known && ways.getFirst().kind() == FunctionKind.AGGREGATE && call.over().isEmpty();
    List<ValueType> types = visitParts(call, aggregate);
    if (!known) {
      String fix =
          NearestName.of(call.function(), catalog.names())
              .map(name -> "Write " + name + ".")
              .orElse("The functions are listed in the help.");
      String message = "There is no function " + call.function() + ".";
      int start = call.span().start();
      var name = new Span(start, start + call.function().length());
      List<ReplacePart> meant =
          NearestName.all(call.function(), catalog.names()).stream()
              .map(each -> new ReplacePart("", name, call.function(), each))
              .toList();
      return context.report(new TypeProblem(call.span(), "function.unknown", message, fix, meant));
    }
    int count = call.arguments().size();
    List<FunctionDefinition> fitting = ways.stream().filter(way -> way.takes(count)).toList();
    if (fitting.isEmpty()) {
      return wrongNumber(call, ways);
    }
    FunctionDefinition chosen =
        fitting.stream()
            .filter(way -> misfit(way, types).isEmpty())
            .findFirst()
            .orElse(fitting.getFirst());
    return result(call, chosen, types);
  }

  private List<ValueType> visitParts(Call call, boolean aggregate) {
    boolean outerAggregate = context.inAggregate();
    boolean outerWindow = context.inWindow();
    context.enter(outerAggregate || aggregate, outerWindow || call.over().isPresent());
    var types = new ArrayList<ValueType>(call.arguments().size());
    for (Expression argument : call.arguments()) {
      types.add(expressions.visit(argument));
    }
    if (call.filter().isPresent()) {
      Expression filter = call.filter().get();
      expressions.condition(filter, expressions.visit(filter));
    }
    if (call.over().isPresent()) {
      call.over().get().partitionBy().forEach(this::windowKey);
      call.over().get().orderBy().forEach(term -> windowKey(term.expression()));
    }
    context.enter(outerAggregate, outerWindow);
    return types;
  }

  private void windowKey(Expression key) {
    ValueType type = expressions.visit(key);
    if (!TypeRules.isOrdered(type)) {
      context.report(
          key.span(),
          ExpressionTyper.TYPE,
          TypeRules.beginning(type) + " has no order.",
          "Write cast(.. as string), or use another column.");
    }
  }

  private ValueType wrongNumber(Call call, List<FunctionDefinition> ways) {
    String signatures =
        String.join(" or ", ways.stream().map(FunctionDefinition::signature).toList());
    int count = call.arguments().size();
    String message =
        call.function() + " does not take " + count + (count == 1 ? " value." : " values.");
    return context.report(call.span(), ARGUMENTS, message, "Write " + signatures + ".");
  }

  /** The first argument that does not fit. */
  private static Optional<Integer> misfit(FunctionDefinition way, List<ValueType> types) {
    for (int i = 0; i < types.size(); i++) {
      if (!fits(way.parameter(i).type(), types.get(i))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static boolean fits(String wanted, ValueType type) {
    if (TypeRules.isOpen(type)) {
      return true;
    }
    return switch (wanted) {
      case "any", "T" -> type != ValueType.Special.INTERVAL;
      case "ordered", "key" -> TypeRules.isOrdered(type);
      case "number", "float" -> TypeRules.isNumeric(type);
      case "exact" -> TypeRules.isExact(type);
      case "moment", "timestamp" -> TypeRules.isMoment(type);
      case "json" -> type.text().equals("json") || type.text().equals("string");
      default -> type.text().equals(wanted);
    };
  }

  private ValueType result(Call call, FunctionDefinition way, List<ValueType> types) {
    Optional<Integer> misfit = misfit(way, types);
    if (misfit.isPresent()) {
      return wrongType(call, way, types, misfit.get());
    }
    ConstantArguments.check(context, call, way, types);
    var values = new ArrayList<Expression>();
    var valueTypes = new ArrayList<ValueType>();
    for (int i = 0; i < types.size(); i++) {
      String wanted = way.parameter(i).type();
      if (wanted.equals("any") && takesTexts(way)) {
        expressions.text(call.arguments().get(i), types.get(i));
      }
      if (isVariable(wanted)) {
        values.add(call.arguments().get(i));
        valueTypes.add(types.get(i));
      }
    }
    ValueType variable = expressions.unify(values, valueTypes);
    return CallResult.type(context, call, way, types, variable);
  }

  /** concat and concat_ws write their values as text. */
  private static boolean takesTexts(FunctionDefinition way) {
    return way.result().equals("string") && way.kind() == FunctionKind.SCALAR;
  }

  private static boolean isVariable(String type) {
    return type.equals("T")
        || type.equals("ordered")
        || type.equals("number")
        || type.equals("moment");
  }

  private ValueType wrongType(Call call, FunctionDefinition way, List<ValueType> types, int index) {
    String wanted = way.parameter(index).type();
    ValueType got = types.get(index);
    String message =
        "Value "
            + (index + 1)
            + " of "
            + call.function()
            + " has to be "
            + wording(wanted)
            + ", and this is "
            + TypeRules.named(got)
            + ".";
    String target =
        switch (wanted) {
          case "number", "exact" -> "integer";
          case "moment" -> "date";
          case "any", "T", "ordered", "key" -> "string";
          default -> wanted;
        };
    return context.report(
        call.arguments().get(index).span(),
        ARGUMENTS,
        message,
        "Write cast(.. as " + target + "), or see " + way.signature() + ".");
  }

  private static String wording(String wanted) {
    return switch (wanted) {
      case "number", "float" -> "a number";
      case "exact" -> "an integer or a decimal";
      case "moment" -> "a date or a timestamp";
      case "any", "T" -> "a value";
      case "ordered", "key" -> "a value with an order";
      case "integer" -> "an integer";
      default -> "a " + wanted;
    };
  }
}
