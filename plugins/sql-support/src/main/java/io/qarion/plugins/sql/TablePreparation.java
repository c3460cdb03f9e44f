package io.qarion.plugins.sql;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.Widening;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
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
        refuseUnlessWidening(dataset, old.get(), wanted.type());
        refuseUnlessFitting(dataset, old.get(), wanted.type());
        alterations.convert(table, old.get(), wanted.type());
      }
    }
  }

  /** Refuses a column whose stored values can't become what is declared now. */
  public static void checkTypes(Dataset dataset, Schema stored) {
    for (Column wanted : dataset.schema().columns()) {
      stored
          .find(wanted.name())
          .filter(old -> !old.type().equals(wanted.type()))
          .ifPresent(old -> refuseUnlessWidening(dataset, old, wanted.type()));
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
      throw new QarionException(
          Problem.error(
              "dataset.incompatible",
              Place.of("datasets." + dataset.name()),
              "Column '%s' of the stored dataset '%s' would become %s, which has no room for %,d of its values."
                  .formatted(old.name(), dataset.name(), wanted.text(), tooLong),
              "Declare a decimal of more digits."));
    }
  }

  private static void refuseUnlessWidening(Dataset dataset, Column old, DataType wanted) {
    if (!Widening.is(old.type(), wanted)) {
      throw new QarionException(
          Problem.error(
              "dataset.incompatible",
              Place.of("datasets." + dataset.name()),
              "Column '%s' of the stored dataset '%s' is %s and would become %s."
                  .formatted(old.name(), dataset.name(), old.type().text(), wanted.text()),
              "Run with --reload to make it anew, or with --keep-old-tables to begin a new one."));
    }
  }
}
