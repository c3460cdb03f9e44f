package io.qarion.plugins.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows which pieces of SQL hold together without parentheses. */
final class SqlFragment {

  private static final Pattern MOMENT = Pattern.compile("(?:DATE|TIME|TIMESTAMP) '[^']*'");

  /** What a line end may stand in without being one of the statement's. */
  private static final Pattern WHOLE =
      Pattern.compile(
          "'[^']*+(?:''[^']*+)*+'|\"[^\"]*+(?:\"\"[^\"]*+)*+\"|--[^\\n]*+|/\\*.*?\\*/|\\$(\\w*)\\$.*?\\$\\1\\$",
          Pattern.DOTALL);

  private SqlFragment() {}

  /** Two blanks before every line, but for lines inside of texts and names. */
  static String indented(String sql) {
    var result = new StringBuilder("  ");
    Matcher matcher = WHOLE.matcher(sql);
    int end = 0;
    while (matcher.find()) {
      result.append(sql.substring(end, matcher.start()).replace("\n", "\n  "));
      result.append(matcher.group());
      end = matcher.end();
    }
    return result.append(sql.substring(end).replace("\n", "\n  ")).toString();
  }

  static String closed(String sql) {
    return isClosed(sql) ? sql : "(" + sql + ")";
  }

  /** Whether there is no operator outside of quotes and parentheses. */
  static boolean isClosed(String sql) {
    if (MOMENT.matcher(sql).matches()) {
      return true;
    }
    int depth = 0;
    for (int i = 0; i < sql.length(); i++) {
      char sign = sql.charAt(i);
      if (sign == '\'' || sign == '"') {
        i = sql.indexOf(sign, i + 1);
        if (i < 0) {
          return false;
        }
      } else if (sign == '(' || sign == '[') {
        depth++;
      } else if (sign == ')' || sign == ']') {
        depth--;
      } else if (depth == 0 && !isPart(sign)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPart(char sign) {
    return Character.isLetterOrDigit(sign) || sign == '_' || sign == '.' || sign == ':';
  }
}
