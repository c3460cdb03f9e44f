package io.qarion.core.toml;

/** Spells strings in the four ways of TOML. */
final class StringText {

  private StringText() {}

  static String basic(String value) {
    var text = new StringBuilder("\"");
    value.chars().forEach(c -> text.append(escaped((char) c)));
    return text.append('"').toString();
  }

  /** In three quotes, from the line after them, each line feed as a line end of the file. */
  static String multiLine(String value, String lineEnd) {
    var text = new StringBuilder("\"\"\"").append(lineEnd);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean closesTooEarly = c == '"' && (i + 1 == value.length() || value.startsWith("\"\"", i));
      switch (c) {
        case '\n' -> text.append(lineEnd);
        case '\t' -> text.append(c);
        case '"' -> text.append(closesTooEarly ? "\\\"" : "\"");
        default -> text.append(escaped(c));
      }
    }
    return text.append("\"\"\"").toString();
  }

  static String multiLineLiteral(String value, String lineEnd) {
    return "'''" + lineEnd + value.replace("\n", lineEnd) + "'''";
  }

  static boolean fitsLiteral(String value) {
    return value.indexOf('\'') < 0 && value.chars().noneMatch(c -> c != '\t' && isControl(c));
  }

  static boolean fitsMultiLineLiteral(String value) {
    return fitsLiteral(value.replace("\n", ""));
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      default -> isControl(c) ? "\\u%04X".formatted((int) c) : String.valueOf(c);
    };
  }

  private static boolean isControl(int c) {
    return c < 0x20 || c == 0x7f;
  }
}
