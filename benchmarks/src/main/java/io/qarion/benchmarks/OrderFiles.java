package io.qarion.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Two daily snapshots of orders, and events, the same each time: of the second day 5 % of the
 * orders are changed, 1 % are new and 1 % are gone.
 */
final class OrderFiles {

  /** What stands in the files, as a hand-written script declares it. */
  static final String TYPES =
      "{'id': 'BIGINT', 'customer_id': 'BIGINT', 'amount': 'DECIMAL(12,2)',"
          + " 'status': 'VARCHAR', 'updated_at': 'TIMESTAMP'}";

  /** The same columns as text. */
  static final String TEXTS =
      "{'id': 'VARCHAR', 'customer_id': 'VARCHAR', 'amount': 'VARCHAR',"
          + " 'status': 'VARCHAR', 'updated_at': 'VARCHAR'}";

  /** Values of the text columns, each of which must be what its text says, by a cast and back. */
  static final String PROVED =
      """
      SELECT CASE WHEN CAST(i AS VARCHAR) = id THEN i ELSE error('bad id') END AS id,
        CASE WHEN CAST(c AS VARCHAR) = customer_id THEN c
          WHEN customer_id IS NOT NULL THEN error('bad customer') END AS customer_id,
        CASE WHEN CAST(a AS VARCHAR) = amount THEN a
          WHEN amount IS NOT NULL THEN error('bad amount') END AS amount, status,
        CASE WHEN CAST(u AS VARCHAR) = updated_at THEN u
          WHEN updated_at IS NOT NULL THEN error('bad time') END AS updated_at
      FROM (SELECT *, TRY_CAST(id AS BIGINT) AS i, TRY_CAST(customer_id AS BIGINT) AS c,
        TRY_CAST(amount AS DECIMAL(12,2)) AS a, TRY_CAST(updated_at AS TIMESTAMP) AS u FROM %s)\
      """;

  private static final String DAY_1 =
      """
      SELECT id, (hash(id * 7) %% 500000)::BIGINT AS customer_id,
        (hash(id * 11) %% 1000000 / 100)::DECIMAL(12,2) AS amount,
        ['placed', 'paid', 'shipped', 'delivered', 'returned'][(1 + hash(id * 13) %% 5)::BIGINT] AS status,
        TIMESTAMP '2026-01-01 00:00:00' + to_seconds((hash(id * 17) %% 86400)::BIGINT) AS updated_at
      FROM range(1, %d) AS numbers(id)\
      """;

  private final Path folder;
  private final long rows;

  OrderFiles(Path data, long rows) {
    this.folder = data.resolve("orders-" + rows);
    this.rows = rows;
  }

  Path folder() {
    return folder;
  }

  Path day(int number) {
    return folder.resolve("orders_day" + number + ".csv");
  }

  /** All deliveries. */
  List<Path> all() {
    return List.of(day(1), day(2), folder.resolve("events.csv"));
  }

  /** Writes what is not there yet. */
  void write() throws IOException, SQLException {
    Path events = folder.resolve("events.csv");
    if (Files.exists(events)) {
      return;
    }
    Files.createDirectories(folder);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      copy(statement, DAY_1.formatted(rows + 1), day(1));
      copy(statement, day2(), day(2));
      copy(statement, events(), events);
    }
  }

  private String day2() {
    return """
    SELECT id, customer_id,
      CASE WHEN hash(id * 23) %% 100 < 5 AND id <= %d THEN amount + 1 ELSE amount END AS amount,
      status, updated_at
    FROM (%s)
    WHERE hash(id * 19) %% 100 > 0 OR id > %d\
    """
        .formatted(rows, DAY_1.formatted(rows + rows / 100 + 1), rows);
  }

  private String events() {
    return """
    SELECT id, hash(id * 3) %% 100000 AS user_id,
      TIMESTAMP '2026-01-01 00:00:00' + to_seconds((hash(id * 5) %% 2592000)::BIGINT) AS occurred_at,
      ['view', 'cart', 'order'][(1 + hash(id * 29) %% 3)::BIGINT] AS kind
    FROM range(1, %d) AS numbers(id)\
    """
        .formatted(rows + 1);
  }

  private static void copy(Statement statement, String select, Path file) throws SQLException {
    statement.execute("COPY (%s) TO '%s' (FORMAT csv, HEADER)".formatted(select, file));
  }
}
