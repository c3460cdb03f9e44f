package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that is never changed; a change makes another one. */
final class StoredTable {

  private final Schema schema;
  private final List<StoredColumn> columns;
  private final int size;

  private StoredTable(Schema schema, List<StoredColumn> columns, int size) {
    this.schema = schema;
    this.columns = columns;
    this.size = size;
  }

  static StoredTable of(Schema schema, List<@Nullable Object[]> rows) {
    List<StoredColumn> columns = schema.columns().stream().map(StoredColumn::new).toList();
    for (int row = 0; row < rows.size(); row++) {
      for (int i = 0; i < columns.size(); i++) {
        columns.get(i).add(row, rows.get(row)[i]);
      }
    }
    return new StoredTable(schema, columns, rows.size());
  }

  Schema schema() {
    return schema;
  }

  int size() {
    return size;
  }

  /** All rows, each its own array. */
  List<@Nullable Object[]> rows() {
    var rows = new ArrayList<@Nullable Object[]>(size);
    for (int i = 0; i < size; i++) {
      var row = new @Nullable Object[columns.size()];
      for (int column = 0; column < row.length; column++) {
        row[column] = columns.get(column).get(i);
      }
      rows.add(row);
    }
    return rows;
  }
}
