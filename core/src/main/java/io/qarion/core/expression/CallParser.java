package io.qarion.core.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a call with its arguments, its filter and its window. */
final class CallParser {

  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final PredicateParser predicates;

  CallParser(TokenStream tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    predicates = new PredicateParser(tokens, expressions);
    this.expressions = expressions;
  }

  /** Whether the token after a word shows that the word is no column. */
  boolean startsValue(Token token) {
    return token.kind() == TokenKind.NAME
        || token.kind() == TokenKind.QUOTED_NAME
        || token.kind() == TokenKind.INTEGER
        || token.isSymbol("*");
  }

  Expression read(int start) {
    String function = tokens.take().text().toLowerCase(Locale.ROOT);
    tokens.take();
    boolean distinct = tokens.takeWord("distinct");
    var arguments = new ArrayList<Expression>();
    if (tokens.peek().isSymbol("*")) {
      readStar(function);
    } else if (!tokens.peek().isSymbol(")")) {
      predicates.readList(arguments);
    }
    tokens.expectSymbol(")");
    Optional<Expression> filter = readFilter();
    Optional<WindowSpecification> over = readOver();
    return new Expression.Call(function, arguments, distinct, filter, over, tokens.since(start));
  }

  private void readStar(String function) {
    Token star = tokens.take();
    if (!function.equals("count")) {
      tokens.report(star.span(), "Only count takes a star.", "Write a column.");
    }
  }

  private Optional<Expression> readFilter() {
    if (!tokens.peek().isWord("filter") || !tokens.second().isSymbol("(")) {
      return Optional.empty();
    }
    tokens.take();
    tokens.take();
    tokens.expectWord("where");
    Expression condition = expressions.expression(ExpressionParser.ANY);
    tokens.expectSymbol(")");
    return Optional.of(condition);
  }

  private Optional<WindowSpecification> readOver() {
    if (!tokens.takeWord("over")) {
      return Optional.empty();
    }
    if (!tokens.takeSymbol("(")) {
      tokens.report(
          tokens.peek().span(),
          "A window stands in parentheses.",
          "Write over (partition by .. order by ..).");
      return Optional.empty();
    }
    var partitionBy = new ArrayList<Expression>();
    if (tokens.takeWord("partition")) {
      tokens.expectWord("by");
      do {
        partitionBy.add(expressions.expression(ExpressionParser.ANY));
      } while (tokens.takeSymbol(","));
    }
    List<OrderTerm> orderBy = List.of();
    if (tokens.takeWord("order")) {
      tokens.expectWord("by");
      orderBy = expressions.orderTerms();
    }
    Optional<Frame> frame = readFrame();
    if (!tokens.peek().isSymbol(")")) {
      tokens.report(
          tokens.peek().span(),
          tokens.peek().shown() + " cannot stand in a window.",
          "Write over (partition by .. order by .. rows between .. and ..).");
      tokens.skipToClosing();
    }
    tokens.expectSymbol(")");
    return Optional.of(new WindowSpecification(partitionBy, orderBy, frame));
  }

  private Optional<Frame> readFrame() {
    boolean rows = tokens.takeWord("rows");
    if (!rows && !tokens.takeWord("range")) {
      return Optional.empty();
    }
    Frame.Unit unit = rows ? Frame.Unit.ROWS : Frame.Unit.RANGE;
    boolean between = tokens.takeWord("between");
    int start = tokens.peek().span().start();
    Frame.Bound first = readBound(unit);
    Frame.Bound last = Frame.Bound.of(Frame.Direction.CURRENT_ROW);
    if (between) {
      tokens.expectWord("and");
      last = readBound(unit);
    }
    if (isAfter(first, last)) {
      tokens.report(
          tokens.since(start), "This frame ends before it begins.", "Write the earlier end first.");
    }
    return Optional.of(new Frame(unit, first, last));
  }

  private static boolean isAfter(Frame.Bound first, Frame.Bound last) {
    return position(first) > position(last)
        || first.direction() == Frame.Direction.UNBOUNDED_FOLLOWING
        || last.direction() == Frame.Direction.UNBOUNDED_PRECEDING;
  }

  private static long position(Frame.Bound bound) {
    return switch (bound.direction()) {
      case UNBOUNDED_PRECEDING -> Long.MIN_VALUE;
      case PRECEDING -> -bound.rows();
      case CURRENT_ROW -> 0;
      case FOLLOWING -> bound.rows();
      case UNBOUNDED_FOLLOWING -> Long.MAX_VALUE;
    };
  }

  private Frame.Bound readBound(Frame.Unit unit) {
    if (tokens.takeWord("current")) {
      tokens.expectWord("row");
      return Frame.Bound.of(Frame.Direction.CURRENT_ROW);
    }
    if (tokens.takeWord("unbounded")) {
      boolean preceding = tokens.takeWord("preceding");
      if (!preceding) {
        tokens.expectWord("following");
      }
      return Frame.Bound.of(
          preceding ? Frame.Direction.UNBOUNDED_PRECEDING : Frame.Direction.UNBOUNDED_FOLLOWING);
    }
    return readDistance(unit);
  }

  private Frame.Bound readDistance(Frame.Unit unit) {
    Token token = tokens.peek();
    Optional<Expression> number =
        token.kind() == TokenKind.INTEGER ? Literals.integer(token) : Optional.empty();
    if (number.isEmpty() || unit == Frame.Unit.RANGE) {
      tokens.report(
          token.span(),
          "A frame is bounded by a number of rows, the current row or an end.",
          "Write rows between 2 preceding and current row.");
    }
    if (number.isEmpty()) {
      return Frame.Bound.of(Frame.Direction.CURRENT_ROW);
    }
    tokens.take();
    boolean preceding = tokens.takeWord("preceding");
    if (!preceding) {
      tokens.expectWord("following");
    }
    long rows = number.get() instanceof Expression.Literal literal ? (Long) literal.value() : 0;
    return new Frame.Bound(preceding ? Frame.Direction.PRECEDING : Frame.Direction.FOLLOWING, rows);
  }
}
