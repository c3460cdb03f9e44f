package io.qarion.plugins.duckdb;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/** Reads rows out of DuckDB by chunks and columns, without an object for each cell. */
final class ColumnReader {

  private ColumnReader() {}

  /** Puts each column into the form that {@link #read} takes. */
  static String readable(String select, Schema schema) {
    return "SELECT %s FROM (%s)"
        .formatted(
            schema.columns().stream().map(ColumnReader::carried).collect(Collectors.joining(", ")),
            select);
  }

  private static String carried(Column column) {
    String name = SqlText.name(column.name());
    DataType type = column.type();
    return CellForm.of(
        type == PlainType.BINARY ? name : "CAST(%s AS %s)".formatted(name, DuckDbTypes.of(type)),
        type);
  }

  /** All rows of a statement made by {@link #readable}. */
  static void read(DuckDBPreparedStatement statement, Schema schema, ColumnsSink sink)
      throws SQLException {
    List<CellForm> forms =
        schema.columns().stream().map(column -> CellForm.of(column.type())).toList();
    try (DuckDBChunkedResult result = statement.query()) {
      while (result.nextChunk()) {
        DuckDBDataChunkReader chunk = result.chunk();
        long rows = chunk.rowCount();
        for (int i = 0; i < forms.size(); i++) {
          read(chunk.vector(i), rows, forms.get(i), sink.column(i));
        }
        sink.added(rows);
      }
    }
  }

  private static void read(DuckDBReadableVector vector, long rows, CellForm form, CellSink sink) {
    for (long row = 0; row < rows; row++) {
      if (vector.isNull(row)) {
        sink.addNull();
      } else {
        switch (form) {
          case NUMBER -> sink.addNumber(vector.getLong(row));
          case REAL -> sink.addReal(vector.getDouble(row));
          case TEXT -> sink.addText(vector.getString(row));
        }
      }
    }
  }
}
