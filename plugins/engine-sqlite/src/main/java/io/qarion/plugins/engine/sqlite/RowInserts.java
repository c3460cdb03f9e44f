package io.qarion.plugins.engine.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts rows into a table, many with one statement; the last ones when it is finished. */
final class RowInserts implements AutoCloseable {

  private static final int ROWS = 64;
  private static final int MOST_VALUES = 32_000;

  private final SqliteSession session;
  private final String head;
  private final int columns;
  private final int rowsAtOnce;
  private final PreparedStatement many;
  private final List<List<@Nullable Object>> waiting = new ArrayList<>();
  private long rows;

  /**
   * @param table as it stands in a statement
   */
  RowInserts(SqliteSession session, String table, List<String> columns) {
    this.session = session;
    this.columns = columns.size();
    this.head =
        "INSERT INTO %s (%s) VALUES "
            .formatted(
                table,
                columns.stream().map(SqliteLiterals::name).collect(Collectors.joining(", ")));
    this.rowsAtOnce = Math.clamp(MOST_VALUES / columns.size(), 1, ROWS);
    try {
      this.many = prepared(rowsAtOnce);
    } catch (SQLException e) {
      throw session.errors().of(e);
    }
  }

  void add(List<@Nullable Object> row) {
    waiting.add(row);
    if (waiting.size() == rowsAtOnce) {
      session.cancellation().throwIfRequested();
      try {
        put(many);
      } catch (SQLException e) {
        throw session.errors().of(e);
      }
    }
  }

  /**
   * Puts in what is left.
   *
   * @return all rows that were put in
   */
  long finish() {
    if (!waiting.isEmpty()) {
      try (PreparedStatement last = prepared(waiting.size())) {
        put(last);
      } catch (SQLException e) {
        throw session.errors().of(e);
      }
    }
    return rows;
  }

  private PreparedStatement prepared(int count) throws SQLException {
    String row = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
    return session
        .connection()
        .prepareStatement(head + String.join(", ", Collections.nCopies(count, row)));
  }

  private void put(PreparedStatement statement) throws SQLException {
    int parameter = 1;
    for (List<@Nullable Object> row : waiting) {
      for (int i = 0; i < columns; i++) {
        statement.setObject(parameter++, Cells.stored(row.get(i)));
      }
    }
    statement.executeUpdate();
    rows += waiting.size();
    waiting.clear();
  }

  @Override
  public void close() {
    try {
      many.close();
    } catch (SQLException e) {
      throw session.errors().of(e);
    }
  }
}
