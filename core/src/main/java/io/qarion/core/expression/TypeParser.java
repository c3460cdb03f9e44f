package io.qarion.core.expression;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.problem.Span;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the name of a type in a cast. */
final class TypeParser {

  private static final Map<String, String> FOREIGN =
      Map.ofEntries(
          Map.entry("int", "integer"),
          Map.entry("bigint", "integer"),
          Map.entry("smallint", "integer"),
          Map.entry("long", "integer"),
          Map.entry("double", "float"),
          Map.entry("real", "float"),
          Map.entry("numeric", "decimal"),
          Map.entry("bool", "boolean"),
          Map.entry("text", "string"),
          Map.entry("varchar", "string"),
          Map.entry("char", "string"),
          Map.entry("datetime", "timestamp"),
          Map.entry("blob", "binary"));

  private static final String TYPES =
      Arrays.stream(PlainType.values()).map(PlainType::text).collect(Collectors.joining(", "))
          + " and decimal(digits, digits after the point)";

  private final TokenStream tokens;

  TypeParser(TokenStream tokens) {
    this.tokens = tokens;
  }

  /** Empty, with a problem, if no type stands here. */
  Optional<DataType> read() {
    Token name = tokens.peek();
    int start = name.span().start();
    if (name.kind() != TokenKind.NAME) {
      tokens.report(name.span(), "A type is missing.", "The types are " + TYPES + ".");
      return Optional.empty();
    }
    tokens.take();
    String word = name.text().toLowerCase(Locale.ROOT);
    String ours = FOREIGN.getOrDefault(word, word);
    String written = ours + digits();
    Optional<DataType> type = DataType.parse(ours.equals("decimal") ? written : ours);
    Span span = tokens.since(start);
    if (type.isEmpty()) {
      tokens.report(
          span,
          "There is no type " + word + written.substring(ours.length()) + ".",
          "The types are " + TYPES + ".");
    } else if (!ours.equals(word)) {
      tokens.report(span, "There is no type " + word + ".", "Write " + type.get().text() + ".");
    } else if (!ours.equals("decimal") && written.length() > ours.length()) {
      tokens.report(span, "Only a decimal has a number of digits.", "Write " + ours + ".");
    }
    return type;
  }

  /** The parenthesis after {@code decimal}, without blanks; empty text if there is none. */
  private String digits() {
    if (!tokens.takeSymbol("(")) {
      return "";
    }
    var text = new StringBuilder("(");
    while (tokens.peek().kind() == TokenKind.INTEGER || tokens.peek().isSymbol(",")) {
      text.append(tokens.take().text());
    }
    tokens.expectSymbol(")");
    return text.append(')').toString();
  }
}
