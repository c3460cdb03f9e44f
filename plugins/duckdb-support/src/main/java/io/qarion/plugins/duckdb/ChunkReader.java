package io.qarion.plugins.duckdb;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/** Reads rows out of DuckDB by chunks, the fastest way that needs no further library. */
public final class ChunkReader {

  private ChunkReader() {}

  /** Puts each column into the form that {@link #rows} reads. */
  public static String readable(String select, Schema schema) {
    return "SELECT %s FROM (%s)"
        .formatted(
            schema.columns().stream().map(ChunkReader::cast).collect(Collectors.joining(", ")),
            select);
  }

  /** All rows of a statement made by {@link #readable}. */
  public static List<List<@Nullable Object>> rows(DuckDBPreparedStatement statement, Schema schema)
      throws SQLException {
    var rows = new ArrayList<List<@Nullable Object>>();
    each(statement, schema, rows::add);
    return rows;
  }

  /** The same, one row after the other. */
  static void each(
      DuckDBPreparedStatement statement, Schema schema, Consumer<List<@Nullable Object>> rows)
      throws SQLException {
    try (DuckDBChunkedResult result = statement.query()) {
      while (result.nextChunk()) {
        var chunk = result.chunk();
        long count = chunk.rowCount();
        for (long row = 0; row < count; row++) {
          var cells = new ArrayList<@Nullable Object>(schema.size());
          for (int column = 0; column < schema.size(); column++) {
            cells.add(cell(chunk.vector(column), row, schema.columns().get(column).type()));
          }
          rows.accept(cells);
        }
      }
    }
  }

  /** Prepares a statement; the caller closes it. */
  public static DuckDBPreparedStatement prepare(DuckDBConnection connection, String sql)
      throws SQLException {
    return connection.prepareStatement(sql).unwrap(DuckDBPreparedStatement.class);
  }

  private static @Nullable Object cell(DuckDBReadableVector vector, long row, DataType type)
      throws SQLException {
    if (vector.isNull(row)) {
      return null;
    }
    return switch (type) {
      case PlainType.BOOLEAN -> vector.getBoolean(row);
      case PlainType.INTEGER -> vector.getLong(row);
      case PlainType.FLOAT -> vector.getDouble(row);
      case PlainType.STRING, PlainType.JSON -> vector.getString(row);
      case PlainType.DATE -> vector.getLocalDate(row);
      case PlainType.TIME -> LocalTime.parse(vector.getString(row));
      case PlainType.TIMESTAMP -> vector.getLocalDateTime(row);
      case PlainType.BINARY ->
          HexFormat.of().parseHex(vector.getString(row).toLowerCase(Locale.ROOT));
      case DecimalType _ -> vector.getBigDecimal(row);
    };
  }

  private static String cast(Column column) {
    String name = SqlText.name(column.name());
    return switch (column.type()) {
      case PlainType.TIME -> "CAST(%s AS VARCHAR)".formatted(name);
      case PlainType.BINARY -> "hex(%s)".formatted(name);
      case PlainType.JSON -> "CAST(CAST(%s AS JSON) AS VARCHAR)".formatted(name);
      case PlainType type -> "CAST(%s AS %s)".formatted(name, DuckDbTypes.of(type));
      case DecimalType type -> "CAST(%s AS %s)".formatted(name, DuckDbTypes.of(type));
    };
  }
}
