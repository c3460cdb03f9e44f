package io.qarion.core.expression;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what binds tightest: values, names, calls, CASE, CAST and parentheses. */
final class PrimaryParser {

  private static final Set<String> STARTING_WORDS = Set.of("not", "null", "true", "false", "case");

  private static final Set<String> MOMENTS = Set.of("date", "time", "timestamp");

  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final CallParser calls;

  PrimaryParser(TokenStream tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
    calls = new CallParser(tokens, expressions);
  }

  /** Whether a value can begin with the next token. */
  boolean startsHere() {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case QUOTED_NAME, STRING, INTEGER, DECIMAL, FLOAT, PARAMETER -> true;
      case NAME -> !Names.isReserved(token.text()) || STARTING_WORDS.contains(lower(token));
      case SYMBOL -> token.text().equals("(");
      case COMMENT, UNKNOWN, END -> false;
    };
  }

  Expression read(int start) {
    // What nests deep takes the shortest way through the stack.
    if (tokens.peek().isSymbol("(")) {
      return readParentheses();
    }
    return isCall() ? calls.read(start) : readPlain(start);
  }

  private boolean isCall() {
    return tokens.second().isSymbol("(")
        && tokens.peek().kind() == TokenKind.NAME
        && !Names.isReserved(tokens.peek().text())
        && !tokens.peek().isWord("cast")
        && !tokens.peek().isWord("try_cast");
  }

  private Expression readPlain(int start) {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case NAME -> readWord(token, start);
      case QUOTED_NAME -> readForeignCast(readReference(start), start);
      case STRING -> {
        tokens.take();
        yield new Expression.Literal(token.text(), PlainType.STRING, token.span());
      }
      case INTEGER, DECIMAL, FLOAT -> readNumber(tokens.take());
      case PARAMETER -> {
        tokens.take();
        yield new Expression.Parameter(token.text(), token.span());
      }
      case SYMBOL, COMMENT, UNKNOWN, END -> missing();
    };
  }

  /** What other languages write for a cast; after a name only, where it is mostly met. */
  private Expression readForeignCast(Expression value, int start) {
    if (!tokens.peek().isSymbol("::")) {
      return value;
    }
    Token colons = tokens.take();
    Optional<DataType> type = new TypeParser(tokens).read();
    String name = type.map(DataType::text).orElse("integer");
    tokens.report(
        colons.span(), "This is not how a type is changed.", "Write cast(x as " + name + ").");
    if (type.isEmpty()) {
      return value;
    }
    return new Expression.Cast(value, type.get(), false, tokens.since(start));
  }

  private Expression missing() {
    Token token = tokens.peek();
    String where = token.kind() == TokenKind.END ? "at the end." : "before " + token.shown() + ".";
    tokens.report(
        token.span(), "A value is missing " + where, "Write a column, a value or a function.");
    return tokens.nothing();
  }

  private Expression readParentheses() {
    tokens.take();
    if (tokens.peek().isWord("select") && calls.startsValue(tokens.second())) {
      tokens.report(
          tokens.peek().span(),
          "An expression cannot hold a query.",
          "Join the other dataset first, then use its column.");
      tokens.skipToClosing();
      tokens.takeSymbol(")");
      return tokens.nothing();
    }
    Expression inner = expressions.expression(ExpressionParser.ANY);
    if (tokens.peek().isSymbol(",")) {
      tokens.report(tokens.peek().span(), "A list can stand after IN only.", "Remove the comma.");
      tokens.skipToClosing();
    }
    tokens.expectSymbol(")");
    return inner;
  }

  private Expression readNumber(Token token) {
    return switch (token.kind()) {
      case INTEGER ->
          Literals.integer(token)
              .orElseGet(() -> tooLarge(token, "an integer", "Write " + token.text() + ".0."));
      case FLOAT ->
          Literals.floating(token).orElseGet(() -> tooLarge(token, "a float", "Write less."));
      case DECIMAL, NAME, QUOTED_NAME, STRING, PARAMETER, SYMBOL, COMMENT, UNKNOWN, END ->
          Literals.decimal(token)
              .orElseGet(() -> tooLarge(token, "a decimal (38 digits)", "Write fewer digits."));
    };
  }

  private Expression tooLarge(Token token, String type, String fix) {
    tokens.report(token.span(), "This number is too large for " + type + ".", fix);
    return new Expression.Malformed(token.span());
  }

  private Expression readWord(Token token, int start) {
    String word = lower(token);
    if (MOMENTS.contains(word) && tokens.second().kind() == TokenKind.STRING) {
      return readMoment(word, start);
    }
    return switch (word) {
      case "true", "false" -> {
        tokens.take();
        yield new Expression.Literal(word.equals("true"), PlainType.BOOLEAN, token.span());
      }
      case "null" -> {
        tokens.take();
        yield new Expression.NullLiteral(token.span());
      }
      case "case" -> readCase(start);
      case "interval" ->
          new IntervalParser(tokens).read(start).orElseGet(() -> readReference(start));
      case "cast", "try_cast" ->
          tokens.second().isSymbol("(") ? readCast(start) : readReference(start);
      default -> Names.isReserved(word) ? missing() : readForeignCast(readReference(start), start);
    };
  }

  private Expression readMoment(String word, int start) {
    tokens.take();
    Token text = tokens.take();
    Optional<Expression> moment = Literals.moment(word, text.text(), tokens.since(start));
    if (moment.isPresent()) {
      return moment.get();
    }
    String example =
        switch (word) {
          case "date" -> "date '2026-01-31'";
          case "time" -> "time '23:59:59'";
          default -> "timestamp '2026-01-31 23:59:59'";
        };
    tokens.report(
        text.span(), text.shown() + " is no " + word + ".", "Write it like " + example + ".");
    return new Expression.Malformed(tokens.since(start));
  }

  private Expression readReference(int start) {
    var parts = new ArrayList<String>();
    parts.add(tokens.take().text());
    while (tokens.takeSymbol(".")) {
      if (tokens.peek().kind() != TokenKind.NAME && tokens.peek().kind() != TokenKind.QUOTED_NAME) {
        tokens.report(
            tokens.peek().span(), "A column is missing after the point.", "Write its name.");
        return new Expression.Malformed(tokens.since(start));
      }
      parts.add(tokens.take().text());
    }
    Optional<String> qualifier =
        parts.size() == 1
            ? Optional.empty()
            : Optional.of(String.join(".", parts.subList(0, parts.size() - 1)));
    return new Expression.ColumnReference(qualifier, parts.getLast(), tokens.since(start));
  }

  private Expression readCase(int start) {
    tokens.take();
    Optional<Expression> operand =
        tokens.peek().isWord("when")
            ? Optional.empty()
            : Optional.of(expressions.expression(ExpressionParser.ANY));
    List<Expression.Branch> branches = new ArrayList<>();
    while (tokens.takeWord("when")) {
      Expression when = expressions.expression(ExpressionParser.ANY);
      tokens.expectWord("then");
      branches.add(new Expression.Branch(when, expressions.expression(ExpressionParser.ANY)));
    }
    if (branches.isEmpty()) {
      tokens.report(
          tokens.peek().span(), "CASE needs a WHEN.", "Write CASE WHEN .. THEN .. ELSE .. END.");
    }
    Optional<Expression> otherwise =
        tokens.takeWord("else")
            ? Optional.of(expressions.expression(ExpressionParser.ANY))
            : Optional.empty();
    tokens.expectWord("end");
    return new Expression.Case(operand, branches, otherwise, tokens.since(start));
  }

  private Expression readCast(int start) {
    boolean orNull = tokens.take().isWord("try_cast");
    tokens.take();
    Expression operand = expressions.expression(ExpressionParser.ANY);
    Optional<DataType> type = Optional.empty();
    if (tokens.expectWord("as")) {
      type = new TypeParser(tokens).read();
    } else {
      tokens.skipToSeparator();
    }
    tokens.expectSymbol(")");
    if (type.isEmpty()) {
      return new Expression.Malformed(tokens.since(start));
    }
    return new Expression.Cast(operand, type.get(), orNull, tokens.since(start));
  }

  private static String lower(Token token) {
    return token.text().toLowerCase(Locale.ROOT);
  }
}
