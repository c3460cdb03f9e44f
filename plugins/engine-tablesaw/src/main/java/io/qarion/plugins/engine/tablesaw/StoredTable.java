package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/** A table that is never changed; a change makes another one, which shares what stays. */
final class StoredTable {

  private final Schema schema;
  private final List<Cells> columns;
  private final int size;

  private StoredTable(Schema schema, List<Cells> columns, int size) {
    this.schema = schema;
    this.columns = columns;
    this.size = size;
  }

  static StoredTable empty(Schema schema) {
    return of(
        schema, schema.columns().stream().map(c -> RepeatedCells.nulls(c.type())).toList(), 0);
  }

  /**
   * Takes columns of the schema's types. Rows that were picked are copied: a table lives long, and
   * would keep those alive that nobody picked.
   */
  static StoredTable of(Schema schema, List<Cells> columns, int size) {
    var kept = new ArrayList<Cells>();
    for (int i = 0; i < columns.size(); i++) {
      kept.add(kept(columns.get(i), schema.columns().get(i).type(), size));
    }
    return new StoredTable(schema, List.copyOf(kept), size);
  }

  private static Cells kept(Cells cells, DataType type, int size) {
    if (!(cells instanceof PickedCells) && cells.type().equals(type)) {
      return cells;
    }
    CellsBuilder builder = CellsBuilder.of(type, size);
    builder.copyAll(cells, size);
    return builder.build();
  }

  Schema schema() {
    return schema;
  }

  int size() {
    return size;
  }

  List<Cells> columns() {
    return columns;
  }

  List<Cells> columns(List<String> names) {
    return names.stream().map(name -> columns.get(schema.names().indexOf(name))).toList();
  }

  /** Some of the rows, each once and in their order. */
  StoredTable picked(int[] rows) {
    return rows.length == size ? this : of(schema, Picking.of(columns, rows), rows.length);
  }

  /** These rows and others behind them, whose columns have the same types. */
  StoredTable and(List<Cells> more, int count) {
    if (size == 0 || count == 0) {
      return count == 0 ? this : of(schema, more, count);
    }
    var all = new ArrayList<Cells>();
    for (int i = 0; i < columns.size(); i++) {
      CellsBuilder builder =
          CellsBuilder.of(schema.columns().get(i).type(), Math.addExact(size, count));
      builder.copyAll(columns.get(i), size);
      builder.copyAll(more.get(i), count);
      all.add(builder.build());
    }
    return of(schema, all, size + count);
  }

  /** The rows whose batch is wanted; who has none is not of any. */
  int[] rows(LongPredicate batch) {
    Cells batches = columns(List.of(TechnicalColumns.BATCH_ID)).getFirst();
    return IntStream.range(0, size)
        .filter(row -> !batches.isNull(row) && batch.test(batches.number(row)))
        .toArray();
  }
}
