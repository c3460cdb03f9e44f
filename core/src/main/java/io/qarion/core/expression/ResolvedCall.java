package io.qarion.core.expression;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A call with the way of its function that is meant, and the types its arguments have to become.
 *
 * @param wanted for each argument its type; empty where it stays what it is
 * @param variable what T, number and the like stand for; empty if nobody can say
 */
public record ResolvedCall(
    FunctionDefinition way, List<Optional<DataType>> wanted, Optional<DataType> variable) {

  private static final Set<String> VARIABLES = Set.of("T", "ordered", "number", "moment");

  public ResolvedCall {
    wanted = List.copyOf(wanted);
  }

  /**
   * Resolves a call of a function of the catalog.
   *
   * @param types of the parts of the expression that the call stands in
   */
  public static ResolvedCall of(Expression.Call call, Function<Expression, ValueType> types) {
    FunctionDefinition way = way(call, types);
    Optional<DataType> variable = variable(call, way, types);
    var wanted = new ArrayList<Optional<DataType>>();
    for (int i = 0; i < call.arguments().size(); i++) {
      wanted.add(wanted(way.parameter(i), way, variable));
    }
    return new ResolvedCall(way, wanted, variable);
  }

  /** What the function says of an argument. */
  public FunctionParameter parameter(int index) {
    return way.parameter(index);
  }

  private static FunctionDefinition way(
      Expression.Call call, Function<Expression, ValueType> types) {
    List<FunctionDefinition> ways =
        FunctionCatalog.standard().find(call.function()).stream()
            .filter(way -> way.takes(call.arguments().size()))
            .toList();
    return ways.stream()
        .filter(way -> fits(way, call, types))
        .findFirst()
        .orElseGet(ways::getFirst);
  }

  /** Ways with as many arguments differ in the kind of moment that comes first. */
  private static boolean fits(
      FunctionDefinition way, Expression.Call call, Function<Expression, ValueType> types) {
    if (call.arguments().isEmpty()) {
      return true;
    }
    Optional<DataType> first = types.apply(call.arguments().getFirst()).dataType();
    boolean takesTime = way.parameters().getFirst().type().equals("time");
    return first.map(type -> (type == PlainType.TIME) == takesTime).orElse(true);
  }

  private static Optional<DataType> variable(
      Expression.Call call, FunctionDefinition way, Function<Expression, ValueType> types) {
    if (VARIABLES.contains(way.result()) || way.result().equals("remainder")) {
      return types.apply(call).dataType();
    }
    ValueType common = ValueType.Special.NULL;
    for (int i = 0; i < call.arguments().size(); i++) {
      if (VARIABLES.contains(way.parameter(i).type())) {
        Optional<ValueType> wider = ValueType.common(common, types.apply(call.arguments().get(i)));
        if (wider.isEmpty()) {
          return Optional.empty();
        }
        common = wider.get();
      }
    }
    return common.dataType();
  }

  private static Optional<DataType> wanted(
      FunctionParameter parameter, FunctionDefinition way, Optional<DataType> variable) {
    return switch (parameter.type()) {
      case "T", "ordered", "number", "moment" -> variable;
      case "key", "exact" -> Optional.empty();
      case "any" ->
          way.kind() == FunctionKind.SCALAR ? Optional.of(PlainType.STRING) : Optional.empty();
      default -> DataType.parse(parameter.type());
    };
  }
}
