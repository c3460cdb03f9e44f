package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Schema;
import io.qarion.plugins.duckdb.CellForm;
import io.qarion.plugins.duckdb.CellSink;
import io.qarion.plugins.duckdb.ColumnsSink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the columns of rows that come one after the other. */
final class ColumnsBuilder {

  /** For the cells of columns that nobody wants. */
  private static final CellSink NOWHERE = new Ignored();

  private final Schema schema;
  private final List<CellsBuilder> columns;
  private int size;

  ColumnsBuilder(Schema schema) {
    this.schema = schema;
    this.columns =
        schema.columns().stream().map(column -> CellsBuilder.of(column.type(), 0)).toList();
  }

  void add(List<@Nullable Object> row) {
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).add(row.get(i));
    }
    size++;
  }

  /**
   * Takes rows of a file, as long as there is room.
   *
   * @param file what its columns are; one that is not known here is left out
   */
  ColumnsSink sink(Schema file, RowRoom room) {
    return new FileColumns(file, room);
  }

  /** Rows so far. */
  int size() {
    return size;
  }

  /** The columns; nothing is added afterwards. */
  List<Cells> build() {
    return columns.stream().map(CellsBuilder::build).toList();
  }

  private CellSink sink(Column ofFile) {
    int place = schema.names().indexOf(ofFile.name());
    if (place < 0) {
      return NOWHERE;
    }
    DataType type = schema.columns().get(place).type();
    boolean isNumber = NumberForm.has(type);
    if (isNumber ? !type.equals(ofFile.type()) : CellForm.of(type) != CellForm.of(ofFile.type())) {
      throw new IllegalStateException("%s is not %s".formatted(ofFile, type.text()));
    }
    return columns.get(place);
  }

  /** The columns of a file by their places in it. */
  private final class FileColumns implements ColumnsSink {

    private final List<CellSink> places;
    private final List<CellsBuilder> lacking;
    private final RowRoom room;

    FileColumns(Schema file, RowRoom room) {
      this.places = file.columns().stream().map(ColumnsBuilder.this::sink).toList();
      this.lacking = columns.stream().filter(column -> !places.contains(column)).toList();
      this.room = room;
    }

    @Override
    public CellSink column(int place) {
      return places.get(place);
    }

    @Override
    public void added(long rows) {
      size += Math.toIntExact(rows);
      room.check(size);
      for (CellsBuilder column : lacking) {
        for (long row = 0; row < rows; row++) {
          column.addNull();
        }
      }
    }
  }

  /** Takes cells and keeps nothing. */
  private static final class Ignored implements CellSink {

    @Override
    public void addNull() {}

    @Override
    public void addNumber(long number) {}

    @Override
    public void addReal(double number) {}

    @Override
    public void addText(String text) {}
  }
}
