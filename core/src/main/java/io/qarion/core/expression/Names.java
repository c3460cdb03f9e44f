package io.qarion.core.expression;

import java.util.Locale;
import java.util.Set;

/** Which words are names of columns as they stand, and how the others are written. */
public final class Names {

  private static final Set<String> RESERVED =
      Set.of(
          "and",
          "as",
          "between",
          "case",
          "distinct",
          "else",
          "end",
          "false",
          "ilike",
          "in",
          "is",
          "like",
          "not",
          "null",
          "or",
          "then",
          "true",
          "when");

  /** Words that are names, but read better in quotes. */
  private static final Set<String> AWKWARD = Set.of("date", "interval", "time", "timestamp");

  private Names() {}

  /** The name as it has to be written in an expression, in double quotes where needed. */
  public static String quoted(String name) {
    return isPlain(name) ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  static boolean isReserved(String word) {
    return RESERVED.contains(word.toLowerCase(Locale.ROOT));
  }

  static boolean isStart(int codePoint) {
    return codePoint == '_' || Character.isLetter(codePoint);
  }

  static boolean isPart(int codePoint) {
    return isStart(codePoint)
        || codePoint == '$'
        || Character.isDigit(codePoint)
        || Character.getType(codePoint) == Character.NON_SPACING_MARK;
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && isStart(name.codePointAt(0))
        && name.codePoints().allMatch(Names::isPart)
        && !isReserved(name)
        && !AWKWARD.contains(name.toLowerCase(Locale.ROOT));
  }
}
