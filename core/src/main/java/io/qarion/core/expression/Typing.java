package io.qarion.core.expression;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What checking an expression found.
 *
 * @param types of all parts; looked up by identity, so only with parts of the tree that was checked
 * @param problems empty if the expression has a meaning
 */
public record Typing(ValueType type, Map<Expression, ValueType> types, List<TypeProblem> problems) {

  public Typing {
    problems = List.copyOf(problems);
  }

  /** The type of a part; unknown if it was not checked. */
  public ValueType typeOf(Expression part) {
    return types.getOrDefault(part, ValueType.Special.UNKNOWN);
  }

  /** The type of a column with these values; text if all of them are NULL; else empty. */
  public Optional<DataType> columnType() {
    return type == ValueType.Special.NULL ? Optional.of(PlainType.STRING) : type.dataType();
  }

  /**
   * Insists that the expression has a meaning.
   *
   * @throws QarionException with what is wrong, its place unknown
   */
  public void requireValid() {
    if (!isValid()) {
      throw new QarionException(
          problems.stream()
              .map(problem ->
                  Problem.error(problem.code(), Place.UNKNOWN, problem.message(), problem.fix()))
              .toList());
    }
  }

  public boolean isValid() {
    return problems.isEmpty();
  }
}
