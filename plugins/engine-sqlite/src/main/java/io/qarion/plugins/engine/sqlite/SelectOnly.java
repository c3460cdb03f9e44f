package io.qarion.plugins.engine.sqlite;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * Refuses a user's statement that is not one SELECT. SQLite's own parser decides: inside of
 * parentheses it takes nothing else, as long as the statement doesn't close them itself.
 */
final class SelectOnly {

  private static final Pattern WHOLE =
      Pattern.compile(
          "'[^']*+(?:''[^']*+)*+'|\"[^\"]*+(?:\"\"[^\"]*+)*+\"|`[^`]*+`|\\[[^\\]]*+\\]|--[^\\n]*+|/\\*.*?\\*/",
          Pattern.DOTALL);

  private final SqliteSession session;

  SelectOnly(SqliteSession session) {
    this.session = session;
  }

  void check(String sql) {
    int depth = 0;
    String plain = WHOLE.matcher(sql).replaceAll(found -> " ".repeat(found.group().length()));
    for (int i = 0; i < plain.length(); i++) {
      depth += plain.charAt(i) == '(' ? 1 : plain.charAt(i) == ')' ? -1 : 0;
      if (depth < 0 || plain.charAt(i) == ';') {
        throw refused("A SQL step is one SELECT, and this is something else.", sql, i);
      }
    }
    try (PreparedStatement _ =
        session.connection().prepareStatement("SELECT 1 FROM (\n" + sql + "\n)")) {
      // It is prepared and never run.
    } catch (SQLException e) {
      String message = session.errors().of(e).getMessage();
      boolean isSyntax = String.valueOf(message).contains("syntax error");
      if (isSyntax) {
        throw refused(String.valueOf(message), sql, 0);
      }
    }
  }

  private static QarionException refused(String message, String sql, int offset) {
    String before = sql.substring(0, Math.min(offset, sql.length()));
    int line = (int) before.chars().filter(sign -> sign == '\n').count() + 1;
    int start = before.lastIndexOf('\n') + 1;
    Place place =
        Place.in("", line, before.codePointCount(start, before.length()) + 1)
            .withElement("config.sql");
    return new QarionException(
        Problem.error(
            "sql.not_select",
            place,
            message,
            "Write one SELECT; the step itself puts its rows into the target."));
  }
}
