package io.qarion.plugins.engine.duckdb;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.Widening;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.plugins.duckdb.DuckDbTypes;
import io.qarion.plugins.duckdb.SqlText;
import io.qarion.plugins.sql.WriteSql;
import java.util.Optional;

/** Makes a dataset's table, or brings it up to date without losing anything. */
final class TablePreparation {

  private final Session session;
  private final WriteSql writes;

  TablePreparation(Session session, WriteSql writes) {
    this.session = session;
    this.writes = writes;
  }

  void prepare(Dataset dataset) {
    String table = SqlText.name(dataset.physicalName());
    Optional<Schema> stored = session.tableSchema(dataset.physicalName());
    if (stored.isEmpty()) {
      session.execute("CREATE TABLE " + table + " " + writes.definition(dataset.schema()));
      return;
    }
    for (String name : session.requiredColumns(dataset.physicalName())) {
      if (!dataset.schema().find(name).map(Column::required).orElse(false)) {
        session.execute(
            "ALTER TABLE %s ALTER COLUMN %s DROP NOT NULL".formatted(table, SqlText.name(name)));
      }
    }
    for (Column wanted : dataset.schema().columns()) {
      Optional<Column> old = stored.get().find(wanted.name());
      if (old.isEmpty()) {
        session.execute(
            "ALTER TABLE %s ADD COLUMN %s %s"
                .formatted(table, SqlText.name(wanted.name()), DuckDbTypes.of(wanted.type())));
      } else if (!old.get().type().equals(wanted.type())) {
        widen(dataset, table, old.get(), wanted.type());
      }
    }
  }

  /** Refuses a column whose stored values can't become what is declared now. */
  static void checkTypes(Dataset dataset, Schema stored) {
    for (Column wanted : dataset.schema().columns()) {
      stored
          .find(wanted.name())
          .filter(old -> !old.type().equals(wanted.type()))
          .ifPresent(old -> refuseUnlessWidening(dataset, old, wanted.type()));
    }
  }

  private void widen(Dataset dataset, String table, Column old, DataType wanted) {
    refuseUnlessWidening(dataset, old, wanted);
    refuseUnlessFitting(dataset, old, wanted);
    String name = SqlText.name(old.name());
    session.execute(
        "ALTER TABLE %s ALTER COLUMN %s SET DATA TYPE %s USING %s"
            .formatted(
                table,
                name,
                DuckDbTypes.of(wanted),
                new DuckDbDialect().cast(name, old.type(), wanted, false)));
  }

  /** An integer may have more digits than a decimal has room for. */
  private void refuseUnlessFitting(Dataset dataset, Column old, DataType wanted) {
    if (!(wanted instanceof DecimalType)) {
      return;
    }
    String name = SqlText.name(old.name());
    long tooLong =
        session.number(
            "SELECT count(*) FROM %s WHERE %s IS NOT NULL AND TRY_CAST(%s AS %s) IS NULL"
                .formatted(
                    SqlText.name(dataset.physicalName()), name, name, DuckDbTypes.of(wanted)));
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
