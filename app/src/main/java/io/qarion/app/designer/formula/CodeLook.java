package io.qarion.app.designer.formula;

import io.qarion.app.designer.edit.CodePlace;
import io.qarion.core.expression.ExpressionTyper;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.FunctionCatalog;
import io.qarion.core.expression.Scope;
import io.qarion.core.expression.SyntaxProblem;
import io.qarion.core.expression.Token;
import io.qarion.core.expression.TokenKind;
import io.qarion.core.expression.Tokenizer;
import io.qarion.core.problem.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** How code looks: words by what they are, mistakes underlined. */
final class CodeLook {

  private static final String WORDS =
      "and|or|not|is|null|in|between|like|case|when|then|else|end|true|false|over|partition|by|order"
          + "|asc|desc|distinct|filter|where|as|cast";

  private static final Pattern EXPRESSION_WORD = Pattern.compile(WORDS, Pattern.CASE_INSENSITIVE);

  private static final Pattern SQL =
      Pattern.compile(
          "(?<comment>--[^\\n]*|/\\*[\\s\\S]*?(?:\\*/|\\z))"
              + "|(?<string>'(?:[^']|'')*'?)"
              + "|(?<dataset>\\{\\{[^{}]*}})"
              + "|(?<parameter>(?<!:):[A-Za-z_]\\w*)"
              + "|(?<number>\\b\\d+(?:\\.\\d+)?\\b)"
              + "|(?<word>\\b(?:"
              + WORDS
              + "|select|from|join|left|right|full|inner|outer|cross|on|using|group|having|union|all"
              + "|with|recursive|limit|offset|qualify|exists|except|intersect|lateral|values)\\b)"
              + "|(?<function>\\b[A-Za-z_]\\w*(?=\\s*\\())",
          Pattern.CASE_INSENSITIVE);
  private static final List<String> KINDS =
      List.of("comment", "string", "dataset", "parameter", "number", "word", "function");

  /** A part of a text with its style class. */
  private record Part(int from, int to, String style) {}

  private CodeLook() {}

  /** The style classes of a whole text. */
  static StyleSpans<Collection<String>> of(String text, CodePlace place) {
    return switch (place.language()) {
      case SQL -> spans(text, sql(text));
      case EXPRESSION -> expression(text, place);
    };
  }

  private static StyleSpans<Collection<String>> expression(String text, CodePlace place) {
    StyleSpans<Collection<String>> plain = spans(text, tokens(text));
    StyleSpans<Collection<String>> marked = plain;
    for (Span mistake : mistakes(text, place)) {
      int from = Math.clamp(mistake.start(), 0, text.length());
      int to = Math.clamp(mistake.end(), from, text.length());
      // A mistake at the end has no sign of its own.
      Part part = new Part(from == to ? Math.max(0, from - 1) : from, to, "code-mistake");
      marked = marked.overlay(spans(text, List.of(part)), CodeLook::both);
    }
    return marked;
  }

  private static List<Part> tokens(String text) {
    var parts = new ArrayList<Part>();
    List<Token> tokens = Tokenizer.read(text).tokens();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean isCall =
          token.kind() == TokenKind.NAME
              && i + 1 < tokens.size()
              && tokens.get(i + 1).kind() == TokenKind.SYMBOL
              && tokens.get(i + 1).text().equals("(")
              && FunctionCatalog.standard().names().contains(lower(token.text()));
      String style = isCall ? "code-function" : style(token);
      if (!style.isEmpty()) {
        parts.add(new Part(token.span().start(), token.span().end(), style));
      }
    }
    return parts;
  }

  private static String style(Token token) {
    return switch (token.kind()) {
      case NAME -> EXPRESSION_WORD.matcher(token.text()).matches() ? "code-word" : "";
      case STRING -> "code-string";
      case INTEGER, DECIMAL, FLOAT -> "code-number";
      case PARAMETER -> "code-parameter";
      case COMMENT -> "code-comment";
      case QUOTED_NAME, SYMBOL, UNKNOWN, END -> "";
    };
  }

  /** Names and types are known only where the columns are. */
  private static List<Span> mistakes(String text, CodePlace place) {
    Formula formula = Formula.parse(text);
    Stream<Span> syntax = formula.problems().stream().map(SyntaxProblem::span);
    if (!formula.isReadable() || place.columns().size() == 0) {
      return syntax.toList();
    }
    Scope scope = Scope.of(place.columns()).withGroups(Set.copyOf(place.columns().names()));
    return ExpressionTyper.type(formula.tree(), scope.withWindows()).problems().stream()
        .filter(problem -> problem.code().equals("column.unknown"))
        .map(problem -> problem.span())
        .toList();
  }

  private static List<Part> sql(String text) {
    var parts = new ArrayList<Part>();
    Matcher matcher = SQL.matcher(text);
    while (matcher.find()) {
      KINDS.stream()
          .filter(kind -> matcher.group(kind) != null)
          .findFirst()
          .ifPresent(kind -> parts.add(new Part(matcher.start(), matcher.end(), "code-" + kind)));
    }
    return parts;
  }

  private static StyleSpans<Collection<String>> spans(String text, List<Part> parts) {
    var spans = new StyleSpansBuilder<Collection<String>>();
    int end = 0;
    for (Part part : parts) {
      spans.add(List.of(), part.from() - end);
      spans.add(Set.of(part.style()), part.to() - part.from());
      end = part.to();
    }
    spans.add(List.of(), text.length() - end);
    return spans.create();
  }

  private static Collection<String> both(Collection<String> one, Collection<String> other) {
    var all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
