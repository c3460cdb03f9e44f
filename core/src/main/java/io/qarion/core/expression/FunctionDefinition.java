package io.qarion.core.expression;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One way to call a function, with its portable meaning.
 *
 * @param result a plain type, {@code T}, {@code number}, {@code moment}, or a rule such as {@code
 *     sum}
 * @param help the meaning that every engine gives
 * @param example a runnable expression; those of aggregates and windows run over {@link
 *     FunctionCatalog#exampleRows()}
 * @param expected the example's value as text; of a window the values of all rows, in the order of
 *     id
 */
public record FunctionDefinition(
    String name,
    FunctionKind kind,
    List<FunctionParameter> parameters,
    String result,
    String help,
    String example,
    String expected) {

  public FunctionDefinition {
    parameters = List.copyOf(parameters);
  }

  /** As shown to a user: {@code substr(text string, start integer, [length integer])}. */
  public String signature() {
    return parameters.stream()
        .map(FunctionParameter::text)
        .collect(Collectors.joining(", ", name + "(", ")"));
  }

  /** The parameter that takes the argument at an index; the last one takes all that follow. */
  FunctionParameter parameter(int index) {
    return parameters.get(Math.min(index, parameters.size() - 1));
  }

  boolean takes(int arguments) {
    long required = parameters.stream().filter(parameter -> !parameter.optional()).count();
    boolean open = !parameters.isEmpty() && parameters.getLast().repeated();
    return arguments >= required && (open || arguments <= parameters.size());
  }
}
