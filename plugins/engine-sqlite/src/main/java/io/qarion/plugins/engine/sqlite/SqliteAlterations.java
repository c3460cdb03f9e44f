package io.qarion.plugins.engine.sqlite;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Schema;
import io.qarion.plugins.sql.TableAlterations;
import io.qarion.plugins.sql.WriteSql;
import java.util.ArrayList;
import java.util.List;

/** Changes tables: SQLite only adds columns, so that all else makes the table anew. */
final class SqliteAlterations implements TableAlterations {

  private static final String OLD = "xt_old_table";

  private final SqliteSession session;
  private final SqliteDialect dialect;

  SqliteAlterations(SqliteSession session, SqliteDialect dialect) {
    this.session = session;
    this.dialect = dialect;
  }

  @Override
  public void create(String table, Schema schema) {
    make(table, schema.columns());
  }

  @Override
  public void allowNull(String table, String column) {
    List<Column> columns = StoredColumns.of(session, table);
    anew(
        table,
        columns.stream().map(old -> old.name().equals(column) ? old.optional() : old).toList(),
        columns.stream().map(old -> SqliteLiterals.name(old.name())).toList());
  }

  @Override
  public void add(String table, Column column) {
    session.execute(
        "ALTER TABLE %s ADD COLUMN %s %s"
            .formatted(
                dialect.table(table),
                SqliteLiterals.name(column.name()),
                SqliteTypes.of(column.type())));
    var columns = new ArrayList<>(StoredColumns.of(session, table));
    columns.add(column.optional());
    StoredColumns.replace(session, table, columns);
  }

  @Override
  public void convert(String table, Column old, DataType wanted) {
    List<Column> columns = StoredColumns.of(session, table);
    anew(
        table,
        columns.stream()
            .map(column -> column.name().equals(old.name()) ? column.withType(wanted) : column)
            .toList(),
        columns.stream()
            .map(column -> {
              String name = SqliteLiterals.name(column.name());
              return column.name().equals(old.name())
                  ? dialect.cast(name, old.type(), wanted, false)
                  : name;
            })
            .toList());
  }

  private void anew(String table, List<Column> columns, List<String> values) {
    session.execute(
        "ALTER TABLE %s RENAME TO %s".formatted(dialect.table(table), SqliteLiterals.name(OLD)));
    make(table, columns);
    session.execute(
        "INSERT INTO %s SELECT %s FROM %s"
            .formatted(dialect.table(table), String.join(", ", values), dialect.table(OLD)));
    session.execute("DROP TABLE " + dialect.table(OLD));
  }

  private void make(String table, List<Column> columns) {
    session.execute(
        "CREATE TABLE %s %s STRICT"
            .formatted(
                dialect.table(table), new WriteSql(dialect).definition(new Schema(columns))));
    StoredColumns.replace(session, table, columns);
  }
}
