package io.qarion.plugins.sql;

import java.util.regex.Pattern;

/** Knows which pieces of SQL hold together without parentheses. */
final class SqlFragment {

  private static final Pattern MOMENT = Pattern.compile("(?:DATE|TIME|TIMESTAMP) '[^']*'");

  private SqlFragment() {}

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
