package io.qarion.core.expression;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Replaces parts of an expression, from the leaves up; spans stay those of the old text. */
public final class ExpressionRewrite {

  private final UnaryOperator<Expression> change;

  private ExpressionRewrite(UnaryOperator<Expression> change) {
    this.change = change;
  }

  /**
   * The tree with its parts replaced.
   *
   * @param change gives what stands for a part, or the part itself
   */
  public static Expression rewrite(Expression tree, UnaryOperator<Expression> change) {
    return new ExpressionRewrite(change).inTree(tree);
  }

  private Expression inTree(Expression tree) {
    return change.apply(withChangedParts(tree));
  }

  private Expression withChangedParts(Expression tree) {
    return switch (tree) {
      case Expression.Literal _,
          Expression.NullLiteral _,
          Expression.IntervalLiteral _,
          Expression.Parameter _,
          Expression.Malformed _,
          Expression.ColumnReference _ ->
          tree;
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
}
