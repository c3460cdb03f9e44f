package io.qarion.plugins.files.xlsx;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a number stands for by the format it is shown in. */
enum Moment {
  NONE,
  DATE,
  TIME,
  TIMESTAMP;

  /** Text in quotes, single signs, and what stands in brackets but hours and minutes that go on. */
  private static final Pattern LITERAL =
      Pattern.compile("\"[^\"]*\"|\\\\.|[_*].|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]");

  private static final Pattern NOON = Pattern.compile("am/pm|a/p");

  /** By a format that a workbook has defined. */
  static Moment of(String format) {
    String lower = format.toLowerCase(Locale.ROOT);
    String signs = LITERAL.matcher(lower).replaceAll("").split(";", 2)[0];
    if (signs.strip().equals("general")) {
      return NONE;
    }
    boolean noon = NOON.matcher(signs).find();
    String plain = NOON.matcher(signs).replaceAll("");
    boolean time = noon || plain.contains("h") || plain.contains("s");
    boolean date = plain.contains("y") || plain.contains("d") || (!time && plain.contains("m"));
    if (date) {
      return time ? TIMESTAMP : DATE;
    }
    return time ? TIME : NONE;
  }

  /** By one of the formats that every workbook has. */
  static Moment of(int format) {
    return switch (format) {
      case 14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> DATE;
      case 18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56 -> TIME;
      case 22 -> TIMESTAMP;
      default -> NONE;
    };
  }
}
