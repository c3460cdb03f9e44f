package io.qarion.core.expression;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code interval '1' month}, and says how it is written if it is written otherwise. */
final class IntervalParser {

  private static final Pattern AMOUNT = Pattern.compile("\\s*[+-]?\\d{1,9}\\s*");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final TokenStream tokens;

  IntervalParser(TokenStream tokens) {
    this.tokens = tokens;
  }

  /** Empty if this is just a name. */
  Optional<Expression> read(int start) {
    TokenKind following = tokens.second().kind();
    if (following != TokenKind.STRING && following != TokenKind.INTEGER) {
      return Optional.empty();
    }
    tokens.take();
    Token amount = tokens.take();
    Optional<IntervalUnit> unit = takeUnit();
    String text = amount.text();
    if (unit.isEmpty()) {
      List<String> words = List.of(BLANKS.split(text.strip(), -1));
      unit = words.size() == 2 ? IntervalUnit.parse(words.getLast()) : Optional.empty();
      text = words.getFirst();
      report(start, text, unit);
    } else if (following == TokenKind.INTEGER || !AMOUNT.matcher(text).matches()) {
      report(start, text, unit);
    }
    if (unit.isEmpty() || !AMOUNT.matcher(text).matches()) {
      return Optional.of(new Expression.Malformed(tokens.since(start)));
    }
    long number = Long.parseLong(text.strip());
    return Optional.of(new Expression.IntervalLiteral(number, unit.get(), tokens.since(start)));
  }

  private Optional<IntervalUnit> takeUnit() {
    if (tokens.peek().kind() != TokenKind.NAME) {
      return Optional.empty();
    }
    Optional<IntervalUnit> unit = IntervalUnit.parse(tokens.peek().text());
    if (unit.isPresent()) {
      tokens.take();
    }
    return unit;
  }

  private void report(int start, String text, Optional<IntervalUnit> unit) {
    String amount = AMOUNT.matcher(text).matches() ? text.strip() : "1";
    tokens.report(
        tokens.since(start),
        "An interval is a whole number in quotes and one unit.",
        "Write interval '" + amount + "' " + unit.orElse(IntervalUnit.MONTH).text() + ".");
  }
}
