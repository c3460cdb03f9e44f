package io.qarion.core.expression;

import io.qarion.core.expression.Expression.ColumnReference;
import io.qarion.core.problem.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    return switch (tree) {
      case Expression.Literal _,
          Expression.NullLiteral _,
          Expression.IntervalLiteral _,
          Expression.Parameter _,
          Expression.Malformed _ ->
          tree;
      case ColumnReference column -> rename.apply(column);
      case Expression.Unary(var operator, var operand, var span) ->
          new Expression.Unary(operator, inTree(operand), span);
      case Expression.Binary(var operator, var left, var right, var span) ->
          new Expression.Binary(operator, inTree(left), inTree(right), span);
      case Expression.IsNull(var operand, var negated, var span) ->
          new Expression.IsNull(inTree(operand), negated, span);
      case Expression.IsDistinct(var left, var right, var negated, var span) ->
          new Expression.IsDistinct(inTree(left), inTree(right), negated, span);
      case Expression.In(var operand, var values, var negated, var span) ->
          new Expression.In(inTree(operand), inTrees(values), negated, span);
      case Expression.Between(var operand, var low, var high, var negated, var span) ->
          new Expression.Between(inTree(operand), inTree(low), inTree(high), negated, span);
      case Expression.Like(var operand, var pattern, var caseSensitive, var negated, var span) ->
          new Expression.Like(inTree(operand), inTree(pattern), caseSensitive, negated, span);
      case Expression.Case(var operand, var branches, var otherwise, var span) ->
          new Expression.Case(inTree(operand), inBranches(branches), inTree(otherwise), span);
      case Expression.Cast(var operand, var type, var orNull, var span) ->
          new Expression.Cast(inTree(operand), type, orNull, span);
      case Expression.Call call -> inCall(call);
    };
  }

  private Expression inCall(Expression.Call call) {
    return new Expression.Call(
        call.function(),
        inTrees(call.arguments()),
        call.distinct(),
        inTree(call.filter()),
        call.over().map(this::inWindow),
        call.span());
  }

  private WindowSpecification inWindow(WindowSpecification window) {
    List<OrderTerm> orderBy =
        window.orderBy().stream()
            .map(term ->
                new OrderTerm(inTree(term.expression()), term.descending(), term.nullsFirst()))
            .toList();
    return new WindowSpecification(inTrees(window.partitionBy()), orderBy, window.frame());
  }

  private List<Expression.Branch> inBranches(List<Expression.Branch> branches) {
    return branches.stream()
        .map(branch -> new Expression.Branch(inTree(branch.when()), inTree(branch.then())))
        .toList();
  }

  private List<Expression> inTrees(List<Expression> trees) {
    return trees.stream().map(this::inTree).toList();
  }

  private Optional<Expression> inTree(Optional<Expression> tree) {
    return tree.map(this::inTree);
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
