package io.qarion.core.toml;

import io.qarion.core.problem.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds where statements, keys and values begin and end. The parser knows only where they begin;
 * what it refused, nested too deep for instance, is never scanned.
 */
final class StatementScanner {

  private final String text;
  private int at;

  private StatementScanner(String text) {
    this.text = text;
  }

  static List<Statement> scan(String text) {
    return new StatementScanner(text).statements();
  }

  private List<Statement> statements() {
    var found = new ArrayList<Statement>();
    skipTrivia();
    while (at < text.length()) {
      int start = text.lastIndexOf('\n', at - 1) + 1;
      found.add(text.charAt(at) == '[' ? header(start) : keyValue(start));
      skipTrivia();
    }
    return found;
  }

  private Statement header(int start) {
    boolean array = text.startsWith("[[", at);
    at += array ? 2 : 1;
    List<KeyPart> key = key();
    return new Statement.Header(key, new Span(start, lineEnd()), array);
  }

  private Statement keyValue(int start) {
    List<KeyPart> key = key();
    at++;
    skipBlank();
    ValueSyntax value = value();
    return new Statement.KeyValue(key, new Span(start, lineEnd()), value);
  }

  private int lineEnd() {
    int feed = text.indexOf('\n', at);
    at = feed < 0 ? text.length() : feed + 1;
    return at;
  }

  /** Up to the equals sign or bracket behind it. */
  private List<KeyPart> key() {
    var parts = new ArrayList<KeyPart>();
    do {
      at += parts.isEmpty() ? 0 : 1;
      skipBlank();
      int start = at;
      skipKeyPart();
      var span = new Span(start, at);
      parts.add(new KeyPart(StringReader.read(text, span).value(), span));
      skipBlank();
    } while (text.charAt(at) == '.');
    return parts;
  }

  private void skipKeyPart() {
    char first = text.charAt(at);
    if (first == '"' || first == '\'') {
      skipString();
      return;
    }
    while (at < text.length() && ".=]} \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
  }

  private ValueSyntax value() {
    int start = at;
    switch (text.charAt(at)) {
      case '[' -> {
        return group(false, ']');
      }
      case '{' -> {
        return group(true, '}');
      }
      case '"', '\'' -> skipString();
      default -> skipWord();
    }
    return new ValueSyntax.Scalar(new Span(start, at));
  }

  private ValueSyntax group(boolean table, char close) {
    int start = at++;
    var items = new ArrayList<ValueSyntax.Item>();
    skipTrivia();
    while (text.charAt(at) != close) {
      items.add(item(table));
      skipTrivia();
    }
    at++;
    return new ValueSyntax.Group(new Span(start, at), table, items);
  }

  private ValueSyntax.Item item(boolean table) {
    int start = at;
    List<KeyPart> key = List.of();
    if (table) {
      key = key();
      at++;
      skipTrivia();
    }
    ValueSyntax value = value();
    var span = new Span(start, at);
    skipTrivia();
    int comma = text.charAt(at) == ',' ? at++ : -1;
    return new ValueSyntax.Item(key, value, span, comma);
  }

  /** Numbers, booleans and dates; a blank may stand between date and time. */
  private void skipWord() {
    int start = at;
    while (at < text.length() && ",]}# \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    boolean date = at - start == 10 && text.charAt(start + 4) == '-';
    if (date && at + 1 < text.length() && text.charAt(at) == ' ' && isDigit(at + 1)) {
      at++;
      skipWord();
    }
  }

  private boolean isDigit(int offset) {
    return text.charAt(offset) >= '0' && text.charAt(offset) <= '9';
  }

  private void skipString() {
    char quote = text.charAt(at);
    String triple = String.valueOf(quote).repeat(3);
    boolean multiLine = text.startsWith(triple, at);
    at += multiLine ? 3 : 1;
    while (!(multiLine ? text.startsWith(triple, at) : text.charAt(at) == quote)) {
      at += quote == '"' && text.charAt(at) == '\\' ? 2 : 1;
    }
    at += multiLine ? 3 : 1;
    // up to two quotes may stand just before the closing three
    for (int extra = 0;
        multiLine && extra < 2 && text.startsWith(triple.substring(2), at);
        extra++) {
      at++;
    }
  }

  private void skipBlank() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private void skipTrivia() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        int feed = text.indexOf('\n', at);
        at = feed < 0 ? text.length() : feed;
      } else if (" \t\r\n".indexOf(c) >= 0) {
        at++;
      } else {
        return;
      }
    }
  }
}
