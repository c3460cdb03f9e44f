package io.qarion.app.designer.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the tables and keys of a text that may be broken at any place, line by line. */
final class TomlOutline {

  private static final String BARE = "[A-Za-z0-9_-]+(?:[ \\t]*\\.[ \\t]*[A-Za-z0-9_-]+)*";
  private static final Pattern HEADER =
      Pattern.compile("[ \\t]*\\[\\[?[ \\t]*(" + BARE + ")[ \\t]*\\]\\]?[ \\t]*(?:#.*)?");
  private static final Pattern KEY =
      Pattern.compile("[ \\t]*(" + BARE + "|\"[^\"\\n]*\"|'[^'\\n]*')[ \\t]*=");

  private final String text;
  private final List<TomlSection> sections = new ArrayList<>();
  private String name = "";
  private int from;
  private List<TomlSection.Setting> settings = new ArrayList<>();

  private TomlOutline(String text) {
    this.text = text;
  }

  /** The tables in their order, the first without header. */
  static List<TomlSection> of(String text) {
    var outline = new TomlOutline(text);
    int at = 0;
    while (at <= text.length()) {
      at = Words.lineEnd(text, outline.line(at)) + 1;
    }
    outline.close();
    return outline.sections;
  }

  /** Whether a line begins something new, so that what is open before it was never closed. */
  static boolean beginsAnew(String text, int lineStart, boolean inTable) {
    return at(HEADER, text, lineStart).matches()
        || (!inTable && at(KEY, text, lineStart).lookingAt());
  }

  private static Matcher at(Pattern pattern, String text, int lineStart) {
    int start = Math.min(lineStart, text.length());
    return pattern.matcher(text).region(start, Words.lineEnd(text, start));
  }

  /** Reads what begins on a line, and says where it ends. */
  private int line(int start) {
    Matcher header = at(HEADER, text, start);
    if (header.matches()) {
      close();
      name = header.group(1).replaceAll("[ \\t]", "");
      from = start;
      return start;
    }
    Matcher key = at(KEY, text, start);
    if (!key.lookingAt()) {
      return start;
    }
    int end = ValueScan.end(text, key.end());
    settings.add(
        new TomlSection.Setting(
            Words.unquoted(key.group(1)), key.start(1), key.end(), text.substring(key.end(), end)));
    return end;
  }

  private void close() {
    sections.add(new TomlSection(name, from, settings));
    settings = new ArrayList<>();
  }
}
