package io.qarion.plugins.engine.duckdb;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
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
    session.execute(
        "ALTER TABLE %s ALTER COLUMN %s SET DATA TYPE %s"
            .formatted(table, SqlText.name(old.name()), DuckDbTypes.of(wanted)));
  }

  private static void refuseUnlessWidening(Dataset dataset, Column old, DataType wanted) {
    if (!isWidening(old.type(), wanted)) {
      throw new QarionException(
          Problem.error(
              "dataset.incompatible",
              Place.of("datasets." + dataset.name()),
              "Column '%s' of the stored dataset '%s' is %s and would become %s."
                  .formatted(old.name(), dataset.name(), old.type().text(), wanted.text()),
              "Run with --full-refresh to rebuild it, or keep the type "
                  + old.type().text()
                  + "."));
    }
  }

  /** Integer to decimal or float, a decimal to a wider one, anything to text. */
  private static boolean isWidening(DataType from, DataType to) {
    if (to == PlainType.STRING) {
      return from != PlainType.BINARY;
    }
    if (from == PlainType.INTEGER) {
      return to == PlainType.FLOAT || to instanceof DecimalType;
    }
    return from instanceof DecimalType(int precision, int scale)
        && to instanceof DecimalType(int newPrecision, int newScale)
        && newScale >= scale
        && newPrecision - newScale >= precision - scale;
  }
}
