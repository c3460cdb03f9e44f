package io.qarion.core.expression;

import io.qarion.core.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads expressions; the grammar is in {@code docs/expressions.md}. */
public final class ExpressionParser {

  /** Takes every operator. */
  static final int ANY = 0;

  /** The operand of a comparison. */
  static final int OPERAND = 5;

  /** Where NOT stands among {@link BinaryOperator#precedence()}. */
  private static final int NOT = 3;

  private static final int COMPARISON = 4;
  private static final int SIGN = 8;

  private static final String CHAINED = "Comparisons cannot be chained.";
  private static final String HOW_TO_CHAIN =
      "Join two comparisons with AND, or put one of them in parentheses.";

  private final TokenStream tokens;
  private final PredicateParser predicates;
  private final PrimaryParser primaries;

  private ExpressionParser(String text) {
    tokens = new TokenStream(text);
    predicates = new PredicateParser(tokens, this);
    primaries = new PrimaryParser(tokens, this);
  }

  /**
   * A list of order keys such as {@code amount desc nulls first, id}.
   *
   * @param terms spans are offsets in the text of the list
   */
  public record OrderTerms(List<OrderTerm> terms, List<SyntaxProblem> problems) {

    public OrderTerms {
      terms = List.copyOf(terms);
      problems = List.copyOf(problems);
    }
  }

  /** Reads a list of order keys; a blank text is an empty list. */
  public static OrderTerms parseOrderTerms(String text) {
    var parser = new ExpressionParser(text);
    List<OrderTerm> terms = parser.tokens.atEnd() ? List.of() : parser.orderTerms();
    parser.readRest();
    var problems = new ArrayList<>(parser.tokens.problems());
    for (OrderTerm term : terms) {
      Optional<SyntaxProblem> tooDeep = TreeDepth.problem(term.expression());
      if (tooDeep.isPresent()) {
        return new OrderTerms(List.of(), List.of(tooDeep.get()));
      }
    }
    return new OrderTerms(terms, problems);
  }

  static Formula parse(String text) {
    var parser = new ExpressionParser(text);
    if (parser.tokens.atEnd()) {
      parser.tokens.report(
          parser.tokens.peek().span(),
          "The expression is empty.",
          "Write a column, a value or a function.");
      return new Formula(text, parser.tokens.nothing(), parser.tokens.problems());
    }
    Expression tree = parser.expression(ANY);
    parser.readRest();
    List<SyntaxProblem> problems = parser.tokens.problems();
    Optional<SyntaxProblem> tooDeep = TreeDepth.problem(tree);
    if (tooDeep.isPresent()) {
      var whole = new Expression.Malformed(new Span(0, text.length()));
      return new Formula(text, whole, List.of(tooDeep.get()));
    }
    return new Formula(text, tree, problems);
  }

  /**
   * What binds at least as tight as {@code minimum}. Few calls lie between one level and the next:
   * 500 levels have to fit into the stack of any thread.
   */
  Expression expression(int minimum) {
    int start = tokens.peek().span().start();
    if (!tokens.enter()) {
      return new Expression.Malformed(tokens.since(start));
    }
    Expression left = prefix(minimum, start);
    // A missing value stands right after the last token, before the blanks.
    start = Math.min(start, left.span().start());
    boolean compared = false;
    while (true) {
      Optional<BinaryOperator> operator = operator(tokens.peek());
      boolean binds = operator.isPresent() && operator.get().precedence() >= minimum;
      boolean predicate = minimum <= COMPARISON && predicates.startsHere();
      if (!binds && !predicate) {
        tokens.leave();
        return left;
      }
      boolean compares = predicate || operator.get().isComparison();
      if (compares && compared) {
        tokens.report(tokens.peek().span(), CHAINED, HOW_TO_CHAIN);
      }
      compared = compares;
      if (predicate) {
        left = predicates.read(left, start);
      } else {
        tokens.take();
        Expression right = expression(operator.get().precedence() + 1);
        left = new Expression.Binary(operator.get(), left, right, tokens.since(start));
      }
    }
  }

  List<OrderTerm> orderTerms() {
    var terms = new ArrayList<OrderTerm>();
    do {
      terms.add(orderTerm());
    } while (tokens.takeSymbol(","));
    return terms;
  }

  private OrderTerm orderTerm() {
    Expression key = expression(ANY);
    boolean descending = tokens.takeWord("desc");
    if (!descending) {
      tokens.takeWord("asc");
    }
    boolean nullsFirst = false;
    if (tokens.takeWord("nulls")) {
      nullsFirst = tokens.takeWord("first");
      if (!nullsFirst) {
        tokens.expectWord("last");
      }
    }
    return new OrderTerm(key, descending, nullsFirst);
  }

  private Expression prefix(int minimum, int start) {
    if (tokens.peek().isWord("not")) {
      if (minimum > NOT) {
        tokens.report(
            tokens.peek().span(), "NOT binds weaker than this.", "Write (NOT ..) in parentheses.");
      }
      tokens.take();
      Expression operand = expression(NOT);
      return new Expression.Unary(UnaryOperator.NOT, operand, tokens.since(start));
    }
    if (tokens.takeSymbol("+")) {
      return expression(SIGN);
    }
    if (!tokens.takeSymbol("-")) {
      return primaries.read(start);
    }
    if (tokens.peek().text().equals(Literals.BEYOND_LONG)) {
      tokens.take();
      return Literals.smallestInteger(tokens.since(start));
    }
    Expression operand = expression(SIGN);
    return new Expression.Unary(UnaryOperator.MINUS, operand, tokens.since(start));
  }

  private static Optional<BinaryOperator> operator(Token token) {
    if (token.kind() != TokenKind.SYMBOL && token.kind() != TokenKind.NAME) {
      return Optional.empty();
    }
    for (BinaryOperator operator : BinaryOperator.values()) {
      if (token.text().equalsIgnoreCase(operator.symbol())) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }

  /** Goes on after what cannot be joined to the expression, to find more problems. */
  private void readRest() {
    while (!tokens.atEnd()) {
      Token token = tokens.peek();
      if (primaries.startsHere()) {
        tokens.report(
            token.span(),
            "Something is missing before " + token.shown() + ".",
            "Write an operator such as + or AND.");
        expression(ANY);
      } else {
        tokens.report(token.span(), token.shown() + " cannot stand here.", "Remove it.");
        tokens.take();
      }
    }
  }
}
