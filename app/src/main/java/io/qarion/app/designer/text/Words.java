package io.qarion.app.designer.text;

/** Words of a TOML text: bare keys, names and unquoted values. */
final class Words {

  private Words() {}

  /** Where the word before a place begins. */
  static int start(String text, int end) {
    int start = end;
    while (start > 0 && isPart(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** Where the word goes on to from a place. */
  static int end(String text, int start) {
    int end = start;
    while (end < text.length() && isPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  static int lineStart(String text, int place) {
    return text.lastIndexOf('\n', place - 1) + 1;
  }

  static int lineEnd(String text, int place) {
    int end = text.indexOf('\n', place);
    return end < 0 ? text.length() : end;
  }

  /** A key or a text without its quotes. */
  static String unquoted(String text) {
    String word = text.strip();
    boolean quoted =
        word.length() > 1
            && (word.charAt(0) == '"' || word.charAt(0) == '\'')
            && word.charAt(word.length() - 1) == word.charAt(0);
    return quoted ? word.substring(1, word.length() - 1) : word;
  }

  /** A name as a key: in quotes unless it is a bare one. */
  static String key(String name) {
    return name.matches("[A-Za-z0-9_-]+") ? name : quoted(name);
  }

  static String quoted(String text) {
    return "\"" + escaped(text) + "\"";
  }

  /** A text as it stands between double quotes. */
  static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static boolean isPart(char sign) {
    return Character.isLetterOrDigit(sign) || sign == '_' || sign == '-' || sign == '.';
  }
}
