package io.qarion.plugins.files.xlsx;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs that XML can't hold stand in workbooks as {@code _x000D_}. */
final class ExcelText {

  private static final Pattern CODED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private ExcelText() {}

  static String decoded(String text) {
    return text.contains("_x") ? CODED.matcher(text).replaceAll(ExcelText::sign) : text;
  }

  private static String sign(MatchResult code) {
    return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16)));
  }

  static String encoded(String text) {
    boolean plain = true;
    for (int i = 0; i < text.length() && plain; i++) {
      plain = !needsCode(text, i);
    }
    if (plain) {
      return text;
    }
    var result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (needsCode(text, i)) {
        result.append("_x%04X_".formatted((int) text.charAt(i)));
      } else {
        result.append(text.charAt(i));
      }
    }
    return result.toString();
  }

  /** A parser makes one newline of a carriage return; an underscore may begin what looks coded. */
  private static boolean needsCode(String text, int at) {
    char sign = text.charAt(at);
    if (sign == '_') {
      return CODED.matcher(text).region(at, text.length()).lookingAt();
    }
    boolean control = sign < ' ' && sign != '\t' && sign != '\n';
    boolean pair =
        Character.isSurrogate(sign)
            && (Character.isHighSurrogate(sign)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1)));
    return control || sign >= '\uFFFE' || (Character.isSurrogate(sign) && !pair);
  }
}
