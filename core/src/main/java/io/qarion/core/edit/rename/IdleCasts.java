package io.qarion.core.edit.rename;

import io.qarion.core.edit.rename.TypeDifference.Retyped;
import io.qarion.core.expression.Expression;
import io.qarion.core.expression.Expression.Cast;
import io.qarion.core.expression.Expression.ColumnReference;
import io.qarion.core.expression.ExpressionTree;
import io.qarion.core.expression.Formula;
import io.qarion.core.toml.TomlArrayNode;
import io.qarion.core.toml.TomlNode;
import io.qarion.core.toml.TomlScalarNode;
import io.qarion.core.toml.TomlTableNode;
import io.qarion.core.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds casts inside expressions that change nothing any more, since the column has that type now.
 *
 * @param changed columns that come into the visual step with another type than before
 */
record IdleCasts(String file, List<Retyped> changed) {

  /** Looks through all settings of a visual step. */
  List<Change> in(TomlNode settings) {
    var found = new ArrayList<Change>();
    if (!changed.isEmpty()) {
      visit(settings, found);
    }
    return found;
  }

  private void visit(TomlNode node, List<Change> found) {
    switch (node) {
      case TomlTableNode table -> table.children().values().forEach(each -> visit(each, found));
      case TomlArrayNode array -> array.items().forEach(each -> visit(each, found));
      case TomlScalarNode scalar -> {
        if (scalar.value() instanceof TomlValue.Text(String text)) {
          String place = scalar.path().toString();
          ExpressionTree.walk(Formula.parse(text).tree(), part -> visit(part, place, found));
        }
      }
    }
  }

  private void visit(Expression part, String place, List<Change> found) {
    if (part instanceof Cast cast
        && cast.operand() instanceof ColumnReference column
        && column.qualifier().isEmpty()
        && changed.stream().anyMatch(each -> isIdle(each, cast, column))) {
      String reason =
          "Column '%s' is %s now without the cast.".formatted(column.name(), cast.type().text());
      found.add(Change.look(file, place, reason));
    }
  }

  private static boolean isIdle(Retyped changed, Cast cast, ColumnReference column) {
    return changed.column().equals(column.name()) && changed.after().equals(cast.type());
  }
}
