package io.qarion.core.expression;

import io.qarion.core.expression.Expression.ColumnReference;
import io.qarion.core.problem.Span;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Gives the columns of an expression other names, in its tree or in its text.
 *
 * @param rename the new reference; the same one where nothing changes
 */
public record ColumnRenaming(UnaryOperator<ColumnReference> rename) {

  /** Renames the column wherever it stands, with a qualifier or without. */
  public static ColumnRenaming of(String oldName, String newName) {
    return new ColumnRenaming(column ->
        column.name().equals(oldName)
            ? new ColumnReference(column.qualifier(), newName, column.span())
            : column);
  }

  /** The text with the columns renamed and all else as it was written. */
  public String inText(Formula formula) {
    var text = new StringBuilder(formula.text());
    List<ColumnReference> columns =
        ExpressionTree.columns(formula.tree()).stream()
            .sorted(Comparator.comparingInt((ColumnReference c) -> c.span().start()).reversed())
            .toList();
    for (ColumnReference column : columns) {
      ColumnReference renamed = rename.apply(column);
      if (!renamed.equals(column)) {
        Span span = column.span();
        String old = text.substring(span.start(), span.end());
        text.replace(span.start(), span.end(), rewritten(old, column, renamed));
      }
    }
    return text.toString();
  }

  /** The tree with the columns renamed; its spans stay those of the old text. */
  public Expression inTree(Expression tree) {
    return ExpressionRewrite.rewrite(
        tree, part -> part instanceof ColumnReference column ? rename.apply(column) : part);
  }

  /** A qualifier that stays is left as it was written. */
  private static String rewritten(String old, ColumnReference column, ColumnReference renamed) {
    String name = Names.quoted(renamed.name());
    if (renamed.qualifier().equals(column.qualifier())) {
      List<Token> tokens = Tokenizer.read(old).tokens();
      return old.substring(0, tokens.get(tokens.size() - 2).span().start()) + name;
    }
    return renamed.qualifier().map(qualifier -> Names.quoted(qualifier) + "." + name).orElse(name);
  }
}
