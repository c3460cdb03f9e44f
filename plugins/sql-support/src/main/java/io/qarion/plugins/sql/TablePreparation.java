package io.qarion.plugins.sql;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.TableProblems;
import java.util.Optional;

/** Makes a dataset's table, or brings it up to date without losing anything. */
public final class TablePreparation {

  private final SqlSession session;
  private final SqlDialect dialect;
  private final TableAlterations alterations;

  public TablePreparation(SqlSession session, SqlDialect dialect, TableAlterations alterations) {
    this.session = session;
    this.dialect = dialect;
    this.alterations = alterations;
  }

  /** Added columns are added, widened types converted, removed columns kept. */
  public void prepare(Dataset dataset) {
    String table = dataset.physicalName();
    Optional<Schema> stored = session.tableSchema(table);
    if (stored.isEmpty()) {
      alterations.create(table, dataset.schema());
      return;
    }
    TableProblems.checkTypes(dataset, stored.get());
    for (String name : session.requiredColumns(table)) {
      if (!dataset.schema().find(name).map(Column::required).orElse(false)) {
        alterations.allowNull(table, name);
      }
    }
    for (Column wanted : dataset.schema().columns()) {
      Optional<Column> old = stored.get().find(wanted.name());
      if (old.isEmpty()) {
        alterations.add(table, wanted);
      } else if (!old.get().type().equals(wanted.type())) {
        refuseUnlessFitting(dataset, old.get(), wanted.type());
        alterations.convert(table, old.get(), wanted.type());
      }
    }
  }

  /** An integer may have more digits than a decimal has room for. */
  private void refuseUnlessFitting(Dataset dataset, Column old, DataType wanted) {
    if (!(wanted instanceof DecimalType)) {
      return;
    }
    String name = dialect.name(old.name());
    long tooLong =
        session.number(
            "SELECT count(*) FROM %s WHERE %s IS NOT NULL AND %s IS NULL"
                .formatted(
                    dialect.table(dataset.physicalName()),
                    name,
                    dialect.cast(name, old.type(), wanted, true)));
    if (tooLong > 0) {
      throw TableProblems.noRoom(dataset, old, wanted, tooLong);
    }
  }
}
