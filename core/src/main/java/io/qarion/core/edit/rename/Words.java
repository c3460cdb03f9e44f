package io.qarion.core.edit.rename;

import io.qarion.core.expression.Names;
import io.qarion.core.expression.Token;
import io.qarion.core.expression.TokenKind;
import io.qarion.core.expression.Tokenizer;
import io.qarion.core.problem.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The words of an expression or a statement, for changing some of them; no texts, no comments. */
final class Words {

  private final String text;
  private final List<Token> tokens;
  private final Map<Integer, Replacement> replacements = new TreeMap<>();

  private record Replacement(int end, String text) {}

  Words(String text) {
    this.text = text;
    this.tokens =
        Tokenizer.read(text).tokens().stream()
            .filter(token -> token.kind() != TokenKind.COMMENT)
            .toList();
  }

  int size() {
    return tokens.size();
  }

  /** The name at a place, without quotes; brackets and backticks of other languages stay alone. */
  Optional<String> name(int index) {
    if (index < 0 || index >= tokens.size()) {
      return Optional.empty();
    }
    Token token = tokens.get(index);
    boolean quoted = token.kind() == TokenKind.QUOTED_NAME && written(token).startsWith("\"");
    return quoted || token.kind() == TokenKind.NAME ? Optional.of(token.text()) : Optional.empty();
  }

  /** Whether a name stands anywhere, or all names by a star. */
  boolean has(String name) {
    return IntStream.range(0, size())
        .anyMatch(i -> name(i).filter(name::equals).isPresent() || isSymbol(i, "*"));
  }

  boolean isWord(int index, String word) {
    return index >= 0
        && index < tokens.size()
        && tokens.get(index).kind() == TokenKind.NAME
        && tokens.get(index).text().equalsIgnoreCase(word);
  }

  boolean isSymbol(int index, String symbol) {
    return index >= 0
        && index < tokens.size()
        && tokens.get(index).kind() == TokenKind.SYMBOL
        && tokens.get(index).text().equals(symbol);
  }

  /** The name between double braces. */
  Optional<String> braced(int index) {
    return parameter(index, "{{");
  }

  /** The name behind a colon. */
  Optional<String> bound(int index) {
    return parameter(index, ":");
  }

  private Optional<String> parameter(int index, String start) {
    Token token = tokens.get(index);
    return token.kind() == TokenKind.PARAMETER && written(token).startsWith(start)
        ? Optional.of(token.text())
        : Optional.empty();
  }

  private String written(Token token) {
    return text.substring(token.span().start(), token.span().end());
  }

  /** Writes another name, in quotes where there were some or the name needs them. */
  void rename(int index, String name) {
    Token token = tokens.get(index);
    boolean quoted =
        token.kind() == TokenKind.QUOTED_NAME && !Names.quoted(token.text()).equals(written(token));
    put(token.span(), quoted ? "\"" + name.replace("\"", "\"\"") + "\"" : Names.quoted(name));
  }

  /** Writes another name inside a colon or braces; what is around it stays. */
  void renameParameter(int index, String name) {
    Token token = tokens.get(index);
    int start = token.span().start() + written(token).indexOf(token.text());
    put(new Span(start, start + token.text().length()), name);
  }

  private void put(Span span, String with) {
    replacements.put(span.start(), new Replacement(span.end(), with));
  }

  /** The text with all that was changed. */
  String changed() {
    var changed = new StringBuilder();
    int at = 0;
    for (Map.Entry<Integer, Replacement> each : replacements.entrySet()) {
      changed.append(text, at, each.getKey()).append(each.getValue().text());
      at = each.getValue().end();
    }
    return changed.append(text.substring(at)).toString();
  }
}
