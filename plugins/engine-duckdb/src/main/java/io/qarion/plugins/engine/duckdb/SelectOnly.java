package io.qarion.plugins.engine.duckdb;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.plugins.duckdb.ChunkReader;
import io.qarion.plugins.duckdb.DuckDbSession;
import io.qarion.plugins.duckdb.SqlText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a user's statement that is not one SELECT. DuckDB's own parser says what it is: it writes
 * only SELECTs as JSON, and a part that writes, such as a WITH of an INSERT, shows in it.
 */
final class SelectOnly {

  private static final Schema ANSWER =
      Schema.of(
          Column.of("error_type", PlainType.STRING),
          Column.of("error_message", PlainType.STRING),
          Column.of("position", PlainType.STRING),
          Column.of("statements", PlainType.INTEGER),
          Column.of("writes", PlainType.BOOLEAN));

  private final DuckDbSession session;

  SelectOnly(DuckDbSession session) {
    this.session = session;
  }

  void check(String sql) {
    String question =
        ChunkReader.readable(
            """
            SELECT json ->> 'error_type' AS error_type, json ->> 'error_message' AS error_message,
              json ->> 'position' AS position, json_array_length(json, '$.statements') AS statements,
              regexp_matches(json, '"type":"[A-Z_]+_QUERY_NODE"') AS writes
            FROM (SELECT CAST(json_serialize_sql(%s) AS VARCHAR) AS json)\
            """
                .formatted(SqlText.text(sql)),
            ANSWER);
    List<@Nullable Object> answer = session.rows(question, ANSWER).getFirst();
    if ("parser".equals(answer.get(0))) {
      String position = Objects.requireNonNullElse(answer.get(2), "0").toString();
      throw refused(place(sql, Integer.parseInt(position)), String.valueOf(answer.get(1)));
    }
    boolean isOne = answer.get(0) == null && Long.valueOf(1).equals(answer.get(3));
    if (!isOne || Boolean.TRUE.equals(answer.get(4))) {
      throw refused(place(sql, 0), "A SQL step is one SELECT, and this is something else.");
    }
  }

  private static Place place(String sql, int offset) {
    String before = sql.substring(0, Math.min(offset, sql.length()));
    int line = (int) before.chars().filter(sign -> sign == '\n').count() + 1;
    int start = before.lastIndexOf('\n') + 1;
    return Place.in("", line, before.codePointCount(start, before.length()) + 1)
        .withElement("config.sql");
  }

  private static QarionException refused(Place place, String message) {
    return new QarionException(
        Problem.error(
            "sql.not_select",
            place,
            message,
            "Write one SELECT; the step itself puts its rows into the target."));
  }
}
