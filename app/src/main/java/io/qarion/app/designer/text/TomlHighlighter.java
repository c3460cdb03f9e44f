package io.qarion.app.designer.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** Says which part of a TOML text looks how, and which places have a mistake. */
final class TomlHighlighter {

  private static final Pattern TOKENS =
      Pattern.compile(
          "(?<comment>#[^\\n]*)"
              + "|(?<string>\"\"\"[\\s\\S]*?(?:\"\"\"|\\z)|'''[\\s\\S]*?(?:'''|\\z)"
              + "|\"(?:[^\"\\\\\\n]|\\\\.)*\"?|'[^'\\n]*'?)"
              + "|(?<header>(?m:^)[ \\t]*\\[\\[?[^\\]\\n]*\\]\\]?)"
              + "|(?<key>[A-Za-z0-9_.-]+(?=[ \\t]*=))"
              + "|(?<literal>\\b(?:true|false|[+-]?(?:\\d[\\w.:+-]*|inf|nan))\\b)");
  private static final List<String> KINDS =
      List.of("comment", "string", "header", "key", "literal");

  private TomlHighlighter() {}

  /** A part of a text with a mistake. */
  record Mistake(int from, int to) {}

  /** The style classes of a text, mistakes underlined. */
  static StyleSpans<Collection<String>> styles(String text, List<Mistake> mistakes) {
    StyleSpans<Collection<String>> plain = tokens(text);
    StyleSpans<Collection<String>> styled = plain;
    for (Mistake mistake : mistakes) {
      styled = styled.overlay(underline(mistake, text.length()), TomlHighlighter::both);
    }
    return styled;
  }

  private static StyleSpans<Collection<String>> tokens(String text) {
    Matcher matcher = TOKENS.matcher(text);
    var spans = new StyleSpansBuilder<Collection<String>>();
    int end = 0;
    while (matcher.find()) {
      spans.add(List.of(), matcher.start() - end);
      String kind =
          KINDS.stream().filter(name -> matcher.group(name) != null).findFirst().orElse("plain");
      spans.add(Set.of("toml-" + kind), matcher.end() - matcher.start());
      end = matcher.end();
    }
    spans.add(List.of(), text.length() - end);
    return spans.create();
  }

  private static StyleSpans<Collection<String>> underline(Mistake mistake, int length) {
    int from = Math.clamp(mistake.from(), 0, length);
    int to = Math.clamp(mistake.to(), from, length);
    var spans = new StyleSpansBuilder<Collection<String>>();
    spans.add(List.of(), from);
    spans.add(Set.of("toml-mistake"), to - from);
    spans.add(List.of(), length - to);
    return spans.create();
  }

  private static Collection<String> both(Collection<String> one, Collection<String> other) {
    var all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
