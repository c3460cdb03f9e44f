package io.qarion.plugins.duckdb;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * Rows of Java as a relation of DuckDB. The driver keeps a function for the life of the process, so
 * there is one, which finds its rows by a key.
 */
final class JavaRows {

  private static final String FUNCTION = "xt_java_rows";

  private static final Map<String, Source> SOURCES = new ConcurrentHashMap<>();
  private static final AtomicLong KEYS = new AtomicLong();

  private JavaRows() {}

  /** Makes the function known to a database. */
  static void register(DuckDBConnection connection) {
    try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
      builder
          .withName(FUNCTION)
          .withParameter(String.class)
          .withFunction(new Scan())
          .register(connection);
    } catch (SQLException e) {
      throw DuckDbErrors.of(e);
    }
  }

  /**
   * Does something with a SELECT that gives the rows once, in their order.
   *
   * @param work is given the SELECT
   */
  static <T> T with(
      Schema schema, Iterator<List<@Nullable Object>> rows, Function<String, T> work) {
    String key = "rows " + KEYS.incrementAndGet();
    SOURCES.put(key, new Source(schema, rows));
    try {
      return work.apply(
          "SELECT %s FROM %s(%s)".formatted(values(schema), FUNCTION, SqlText.text(key)));
    } finally {
      SOURCES.remove(key);
    }
  }

  private static String values(Schema schema) {
    return IntStream.range(0, schema.size())
        .mapToObj(i -> value(i, schema.columns().get(i)))
        .collect(Collectors.joining(", "));
  }

  private static String value(int index, Column column) {
    String name = "c" + index;
    String value =
        switch (column.type()) {
          case PlainType.BOOLEAN,
              PlainType.INTEGER,
              PlainType.FLOAT,
              PlainType.STRING,
              PlainType.DATE,
              PlainType.TIMESTAMP ->
              name;
          case PlainType.TIME, PlainType.JSON ->
              "CAST(%s AS %s)".formatted(name, DuckDbTypes.of(column.type()));
          case PlainType.BINARY -> "unhex(" + name + ")";
          case DecimalType type -> "CAST(%s AS %s)".formatted(name, DuckDbTypes.of(type));
        };
    return value + " AS " + SqlText.name(column.name());
  }

  private static DuckDBColumnType carried(DataType type) {
    return switch (type) {
      case PlainType.BOOLEAN -> DuckDBColumnType.BOOLEAN;
      case PlainType.INTEGER -> DuckDBColumnType.BIGINT;
      case PlainType.FLOAT -> DuckDBColumnType.DOUBLE;
      case PlainType.DATE -> DuckDBColumnType.DATE;
      case PlainType.TIMESTAMP -> DuckDBColumnType.TIMESTAMP;
      case PlainType.STRING, PlainType.TIME, PlainType.JSON, PlainType.BINARY ->
          DuckDBColumnType.VARCHAR;
      case DecimalType _ -> DuckDBColumnType.VARCHAR;
    };
  }

  private static void put(DuckDBWritableVector vector, long row, @Nullable Object value) {
    switch (value) {
      case null -> vector.setNull(row);
      case Boolean flag -> vector.setBoolean(row, flag);
      case Long number -> vector.setLong(row, number);
      case Double number -> vector.setDouble(row, number);
      case LocalDate date -> vector.setDate(row, date);
      case LocalDateTime moment -> vector.setTimestamp(row, moment);
      case BigDecimal number -> vector.setString(row, number.toPlainString());
      case byte[] bytes -> vector.setString(row, HexFormat.of().formatHex(bytes));
      default -> vector.setString(row, value.toString());
    }
  }

  /** What a scan reads. */
  private record Source(Schema schema, Iterator<List<@Nullable Object>> rows) {}

  /** Copies rows into the vectors of DuckDB, a chunk at a time. */
  private static final class Scan implements DuckDBTableFunction<Source, Source, Object> {

    @Override
    public Source bind(DuckDBTableFunctionBindInfo info) {
      Source source = Objects.requireNonNull(SOURCES.get(info.getParameter(0).getString()));
      List<Column> columns = source.schema().columns();
      for (int i = 0; i < columns.size(); i++) {
        info.addResultColumn("c" + i, carried(columns.get(i).type()));
      }
      return source;
    }

    @Override
    public Source init(DuckDBTableFunctionInitInfo info) {
      info.setMaxThreads(1);
      return info.getBindData();
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
      Source source = info.getInitData();
      int columns = source.schema().size();
      long row = 0;
      while (row < chunk.capacity() && source.rows().hasNext()) {
        List<@Nullable Object> cells = source.rows().next();
        for (int column = 0; column < columns; column++) {
          put(chunk.vector(column), row, cells.get(column));
        }
        row++;
      }
      return row;
    }
  }
}
