package io.qarion.plugins.engine.sqlite;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import java.util.List;

/** The types of stored columns, which SQLite itself knows as texts and numbers only. */
final class StoredColumns {

  static final String TABLE = "xt_columns";

  private static final Schema ROW =
      Schema.of(
          Column.of("name", PlainType.STRING),
          Column.of("type", PlainType.STRING),
          Column.of("required", PlainType.BOOLEAN));

  private StoredColumns() {}

  static void prepare(SqliteSession session) {
    session.execute(
        """
        CREATE TABLE IF NOT EXISTS xt_columns (
          table_name TEXT NOT NULL COLLATE NOCASE, position INTEGER NOT NULL,
          name TEXT NOT NULL, type TEXT NOT NULL, required INTEGER NOT NULL) STRICT\
        """);
  }

  /** The columns of a table in their order; none if there is no such table. */
  static List<Column> of(SqliteSession session, String table) {
    return session
        .select(
            "SELECT name, type, required FROM main.xt_columns WHERE table_name = %s ORDER BY position"
                .formatted(SqliteLiterals.text(table)),
            ROW)
        .stream()
        .map(row ->
            new Column(
                String.valueOf(row.get(0)),
                DataType.parse(String.valueOf(row.get(1))).orElse(PlainType.STRING),
                Boolean.TRUE.equals(row.get(2))))
        .toList();
  }

  static void replace(SqliteSession session, String table, List<Column> columns) {
    remove(session, table);
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      session.execute(
          "INSERT INTO main.xt_columns VALUES (%s, %d, %s, %s, %d)"
              .formatted(
                  SqliteLiterals.text(table),
                  i,
                  SqliteLiterals.text(column.name()),
                  SqliteLiterals.text(column.type().text()),
                  column.required() ? 1 : 0));
    }
  }

  static void rename(SqliteSession session, String table, String to) {
    session.execute(
        "UPDATE main.xt_columns SET table_name = %s WHERE table_name = %s"
            .formatted(SqliteLiterals.text(to), SqliteLiterals.text(table)));
  }

  static void remove(SqliteSession session, String table) {
    session.execute("DELETE FROM main.xt_columns WHERE table_name = " + SqliteLiterals.text(table));
  }
}
