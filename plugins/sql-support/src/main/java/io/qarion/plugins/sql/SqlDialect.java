package io.qarion.plugins.sql;

import io.qarion.core.dataset.DataType;
import io.qarion.core.expression.Expression;
import io.qarion.core.transform.FileRelation;
import io.qarion.core.transform.Write;
import java.math.BigDecimal;
import java.util.List;

/** Where engines that speak SQL differ. */
public interface SqlDialect extends ExpressionDialect {

  /** An expression with our portable meaning and exactly the type that checking gives it. */
  default String expression(Expression tree, ExpressionScope scope) {
    return new ExpressionSql(this, scope, tree).sql();
  }

  /** What an expression is ordered by. */
  default String orderKey(Expression tree, ExpressionScope scope) {
    return new ExpressionSql(this, scope, tree).orderKey();
  }

  /** A column of a source as a user's own statement gets it. */
  default String ofSource(String column, DataType type) {
    return column;
  }

  /** Whether a rank from 1 lies in a share of so many rows, rounded up. */
  default String isInShare(String rank, BigDecimal fraction, String rows) {
    return "%s <= ceil(%s * %s)".formatted(rank, fraction.toPlainString(), rows);
  }

  /** A stored table, which a named SELECT of the same name must not hide. */
  String table(String physicalName);

  /** A part of a text, from 1; NULL if it has fewer. */
  String part(String text, String delimiter, int index);

  /** Every occurrence replaced. */
  String replaced(String text, String pattern, String with, boolean regex);

  /**
   * Whether joins that keep rows of the second table and EXISTS are computed as quickly as others.
   * If not, they are written as left joins.
   */
  default boolean joinsEveryWay() {
    return true;
  }

  /** A key as it must be written for an index to be looked into. */
  default String lookedUp(Operand key) {
    return key.sql();
  }

  /** A hash of text that is equal on all engines and orders rows at random. */
  String hash(String text);

  /** A SELECT of the wanted columns of a file; bad values are NULL. */
  String fileRows(FileRelation file);

  /** Nearest value that is not NULL, over a window given as text. */
  String neighbour(String column, boolean backward, String window);

  /** A table expression of one column with the numbers from 1 to {@code count}. */
  String numbers(int count, String column);

  /** Merging rows of a SELECT into a table by key. */
  List<String> merge(
      String table, Write.Merge write, List<String> columns, String select, ExpressionScope scope);
}
