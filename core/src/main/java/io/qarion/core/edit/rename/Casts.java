package io.qarion.core.edit.rename;

import io.qarion.core.dataset.DataType;
import io.qarion.core.expression.Expression.Cast;
import io.qarion.core.expression.Formula;
import io.qarion.core.problem.Span;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import java.util.List;
import java.util.Optional;

/** Casts, as visual steps and as the outermost part of an expression. */
final class Casts {

  private Casts() {}

  /** Takes a column out of a step that casts, and the step with its last column. */
  static void drop(TextChanges text, TomlPath rule, String column) {
    TomlPath columns = rule.key("columns");
    List<String> keys = text.table(columns).map(TomlTableNode::keys).orElse(List.of());
    String shown = "cast %s → %s".formatted(column, text.text(columns.key(column)).orElse(""));
    text.remove(keys.equals(List.of(column)) ? rule : columns.key(column), shown);
  }

  /** Whether all of an expression is a cast. */
  static boolean isCast(String expression) {
    return of(expression).isPresent();
  }

  /** The expression with its outermost cast to another type. */
  static String retyped(String expression, DataType type) {
    return of(expression)
        .map(cast -> {
          Span all = cast.span();
          Span inside = cast.operand().span();
          return expression.substring(0, all.start())
              + "%s(%s as %s)"
                  .formatted(
                      cast.orNull() ? "try_cast" : "cast",
                      expression.substring(inside.start(), inside.end()),
                      type.text())
              + expression.substring(all.end());
        })
        .orElse(expression);
  }

  private static Optional<Cast> of(String expression) {
    Formula formula = Formula.parse(expression);
    return formula.isReadable() && formula.tree() instanceof Cast cast
        ? Optional.of(cast)
        : Optional.empty();
  }
}
