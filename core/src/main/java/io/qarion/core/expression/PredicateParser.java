package io.qarion.core.expression;

import io.qarion.core.dataset.PlainType;
import java.util.ArrayList;
import java.util.List;

/** Reads what follows the operand of IS, IN, BETWEEN and LIKE. */
final class PredicateParser {

  private static final List<String> NEGATABLE = List.of("in", "between", "like", "ilike");

  private final TokenStream tokens;
  private final ExpressionParser expressions;

  PredicateParser(TokenStream tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  boolean startsHere() {
    return tokens.peek().isWord("is")
        || isNegatable(tokens.peek())
        || (tokens.peek().isWord("not") && isNegatable(tokens.second()));
  }

  private static boolean isNegatable(Token token) {
    return NEGATABLE.stream().anyMatch(token::isWord);
  }

  Expression read(Expression left, int start) {
    if (tokens.takeWord("is")) {
      return readIs(left, start);
    }
    boolean negated = tokens.takeWord("not");
    if (tokens.takeWord("in")) {
      return readIn(left, negated, start);
    }
    if (tokens.takeWord("between")) {
      Expression low = expressions.expression(ExpressionParser.OPERAND);
      tokens.expectWord("and");
      Expression high = expressions.expression(ExpressionParser.OPERAND);
      return new Expression.Between(left, low, high, negated, tokens.since(start));
    }
    boolean caseSensitive = tokens.take().isWord("like");
    Expression pattern = expressions.expression(ExpressionParser.OPERAND);
    if (tokens.peek().isWord("escape")) {
      tokens.report(
          tokens.peek().span(),
          "LIKE has no escape character here.",
          "Use contains, starts_with or regexp_matches.");
      tokens.take();
      expressions.expression(ExpressionParser.OPERAND);
    }
    return new Expression.Like(left, pattern, caseSensitive, negated, tokens.since(start));
  }

  private Expression readIs(Expression left, int start) {
    boolean negated = tokens.takeWord("not");
    if (tokens.takeWord("null")) {
      return new Expression.IsNull(left, negated, tokens.since(start));
    }
    if (tokens.takeWord("distinct")) {
      tokens.expectWord("from");
      Expression right = expressions.expression(ExpressionParser.OPERAND);
      return new Expression.IsDistinct(left, right, negated, tokens.since(start));
    }
    if (tokens.peek().isWord("true") || tokens.peek().isWord("false")) {
      Token word = tokens.take();
      var value = new Expression.Literal(word.isWord("true"), PlainType.BOOLEAN, word.span());
      return new Expression.IsDistinct(left, value, !negated, tokens.since(start));
    }
    tokens.report(
        tokens.peek().span(),
        "IS is followed by NULL, TRUE, FALSE or DISTINCT FROM.",
        "Write = to compare.");
    Expression right = expressions.expression(ExpressionParser.OPERAND);
    return new Expression.Binary(
        negated ? BinaryOperator.NOT_EQUAL : BinaryOperator.EQUAL,
        left,
        right,
        tokens.since(start));
  }

  private Expression readIn(Expression left, boolean negated, int start) {
    var values = new ArrayList<Expression>();
    if (!tokens.takeSymbol("(")) {
      tokens.report(
          tokens.peek().span(), "IN needs a list in parentheses.", "Write IN ('a', 'b').");
      values.add(expressions.expression(ExpressionParser.OPERAND));
      return new Expression.In(left, values, negated, tokens.since(start));
    }
    if (tokens.peek().isSymbol(")")) {
      tokens.report(tokens.peek().span(), "The list of IN is empty.", "Write at least one value.");
    } else {
      readList(values);
    }
    tokens.expectSymbol(")");
    return new Expression.In(left, values, negated, tokens.since(start));
  }

  /** Values up to the closing parenthesis, which is left. */
  void readList(List<Expression> values) {
    do {
      values.add(expressions.expression(ExpressionParser.ANY));
      if (!tokens.peek().isSymbol(",") && !tokens.peek().isSymbol(")") && !tokens.atEnd()) {
        tokens.report(
            tokens.peek().span(),
            "A comma or ) is missing before " + tokens.peek().shown() + ".",
            "Write it.");
        tokens.skipToSeparator();
      }
    } while (tokens.takeSymbol(","));
  }
}
