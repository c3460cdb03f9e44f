package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.TableProblems;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.IntStream;

/** Brings a stored table up to date with what its dataset declares; nothing in it is lost. */
final class TablePreparing {

  private TablePreparing() {}

  static StoredTable prepared(Dataset dataset, Optional<StoredTable> stored) {
    if (stored.isEmpty()) {
      return StoredTable.empty(dataset.schema());
    }
    StoredTable old = stored.get();
    TableProblems.checkTypes(dataset, old.schema());
    var columns = new ArrayList<Column>();
    for (Column column : old.schema().columns()) {
      Optional<Column> wanted = dataset.schema().find(column.name());
      boolean required = column.required() && wanted.map(Column::required).orElse(false);
      DataType type = wanted.map(Column::type).orElse(column.type());
      columns.add(new Column(column.name(), type, required));
    }
    for (Column wanted : dataset.schema().columns()) {
      if (!old.schema().has(wanted.name())) {
        columns.add(wanted.optional());
      }
    }
    var schema = new Schema(columns);
    return schema.equals(old.schema()) ? old : converted(dataset, old, schema);
  }

  private static StoredTable converted(Dataset dataset, StoredTable old, Schema schema) {
    var columns = new ArrayList<Cells>();
    for (int i = 0; i < schema.size(); i++) {
      DataType wanted = schema.columns().get(i).type();
      columns.add(
          i < old.columns().size()
              ? converted(dataset, old, i, wanted)
              : RepeatedCells.nulls(wanted));
    }
    return StoredTable.of(schema, columns, old.size());
  }

  private static Cells converted(Dataset dataset, StoredTable old, int place, DataType wanted) {
    Cells before = old.columns().get(place);
    if (before.type().equals(wanted)) {
      return before;
    }
    Cells after = Conversion.of(before, old.size(), wanted, true);
    long lost =
        IntStream.range(0, old.size())
            .filter(row -> after.isNull(row) && !before.isNull(row))
            .count();
    if (lost > 0) {
      throw TableProblems.noRoom(dataset, old.schema().columns().get(place), wanted, lost);
    }
    return after;
  }
}
