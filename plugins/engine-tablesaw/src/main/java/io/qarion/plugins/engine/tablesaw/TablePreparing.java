package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.TableProblems;
import io.qarion.plugins.rows.ScalarFunction;
import io.qarion.plugins.rows.ScalarFunctions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings a stored table up to date with what its dataset declares; nothing in it is lost. */
final class TablePreparing {

  private TablePreparing() {}

  static StoredTable prepared(Dataset dataset, Optional<StoredTable> stored) {
    if (stored.isEmpty()) {
      return StoredTable.of(dataset.schema(), List.of());
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
    var rows = new ArrayList<@Nullable Object[]>(old.size());
    old.rows().forEach(row -> rows.add(Arrays.copyOf(row, schema.size())));
    for (int i = 0; i < old.schema().size(); i++) {
      Column before = old.schema().columns().get(i);
      DataType wanted = schema.columns().get(i).type();
      if (!before.type().equals(wanted)) {
        convert(dataset, rows, i, before, wanted);
      }
    }
    return StoredTable.of(schema, rows);
  }

  private static void convert(
      Dataset dataset, List<@Nullable Object[]> rows, int place, Column before, DataType wanted) {
    ScalarFunction cast = ScalarFunctions.cast(before.type(), wanted, true);
    long lost = 0;
    for (@Nullable Object[] row : rows) {
      Object value = cast.apply(row[place]);
      lost += value == null && row[place] != null ? 1 : 0;
      row[place] = value;
    }
    if (lost > 0) {
      throw TableProblems.noRoom(dataset, before, wanted, lost);
    }
  }
}
