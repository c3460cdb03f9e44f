package io.qarion.plugins.engine.duckdb;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Schema;
import io.qarion.plugins.duckdb.DuckDbSession;
import io.qarion.plugins.duckdb.DuckDbTypes;
import io.qarion.plugins.duckdb.SqlText;
import io.qarion.plugins.sql.TableAlterations;
import io.qarion.plugins.sql.WriteSql;

/** Changes tables by ALTER TABLE. */
record DuckDbAlterations(DuckDbSession session, WriteSql writes) implements TableAlterations {

  @Override
  public void create(String table, Schema schema) {
    session.execute("CREATE TABLE " + SqlText.name(table) + " " + writes.definition(schema));
  }

  @Override
  public void allowNull(String table, String column) {
    session.execute(
        "ALTER TABLE %s ALTER COLUMN %s DROP NOT NULL"
            .formatted(SqlText.name(table), SqlText.name(column)));
  }

  @Override
  public void add(String table, Column column) {
    session.execute(
        "ALTER TABLE %s ADD COLUMN %s %s"
            .formatted(
                SqlText.name(table), SqlText.name(column.name()), DuckDbTypes.of(column.type())));
  }

  @Override
  public void convert(String table, Column old, DataType wanted) {
    String name = SqlText.name(old.name());
    session.execute(
        "ALTER TABLE %s ALTER COLUMN %s SET DATA TYPE %s USING %s"
            .formatted(
                SqlText.name(table),
                name,
                DuckDbTypes.of(wanted),
                new DuckDbDialect().cast(name, old.type(), wanted, false)));
  }
}
