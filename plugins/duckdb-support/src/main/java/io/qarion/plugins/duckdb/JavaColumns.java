package io.qarion.plugins.duckdb;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBWritableVector;

/** Columns of Java as a relation of DuckDB, without an object for each cell. */
final class JavaColumns implements JavaScan.Source {

  private final List<CellForm> forms;
  private final List<? extends CellSource> columns;
  private final int size;
  private int next;

  JavaColumns(Schema schema, List<? extends CellSource> columns, int size) {
    this.forms = schema.columns().stream().map(column -> CellForm.of(column.type())).toList();
    this.columns = columns;
    this.size = size;
  }

  /** What is selected of the scan, so that the schema's columns come out. */
  static String values(Schema schema) {
    return IntStream.range(0, schema.size())
        .mapToObj(i -> {
          Column column = schema.columns().get(i);
          return CellForm.value("c" + i, column.type()) + " AS " + SqlText.name(column.name());
        })
        .collect(Collectors.joining(", "));
  }

  @Override
  public List<DuckDBColumnType> types() {
    return forms.stream()
        .map(form ->
            switch (form) {
              case NUMBER -> DuckDBColumnType.BIGINT;
              case REAL -> DuckDBColumnType.DOUBLE;
              case TEXT -> DuckDBColumnType.VARCHAR;
            })
        .toList();
  }

  @Override
  public long fill(DuckDBDataChunkWriter chunk) {
    int rows = (int) Math.min(chunk.capacity(), size - next);
    for (int i = 0; i < forms.size(); i++) {
      DuckDBWritableVector vector = chunk.vector(i);
      CellSource cells = columns.get(i);
      switch (forms.get(i)) {
        case NUMBER -> numbers(vector, cells, rows);
        case REAL -> reals(vector, cells, rows);
        case TEXT -> vector.setStringUtf8Batch(0, texts(cells, rows));
      }
    }
    next += rows;
    return rows;
  }

  private void numbers(DuckDBWritableVector vector, CellSource cells, int rows) {
    for (int row = 0; row < rows; row++) {
      if (cells.isNull(next + row)) {
        vector.setNull(row);
      } else {
        vector.setLong(row, cells.number(next + row));
      }
    }
  }

  private void reals(DuckDBWritableVector vector, CellSource cells, int rows) {
    for (int row = 0; row < rows; row++) {
      if (cells.isNull(next + row)) {
        vector.setNull(row);
      } else {
        vector.setDouble(row, cells.real(next + row));
      }
    }
  }

  /** What is left out is NULL. */
  private byte[][] texts(CellSource cells, int rows) {
    var texts = new byte[rows][];
    for (int row = 0; row < rows; row++) {
      if (!cells.isNull(next + row)) {
        texts[row] = cells.text(next + row).getBytes(StandardCharsets.UTF_8);
      }
    }
    return texts;
  }
}
