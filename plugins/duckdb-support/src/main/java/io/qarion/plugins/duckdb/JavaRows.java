package io.qarion.plugins.duckdb;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.problem.QarionException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/** Rows of Java as a relation of DuckDB. */
final class JavaRows {

  private JavaRows() {}

  /**
   * Does something with a SELECT that gives the rows once, in their order.
   *
   * @param work is given the SELECT
   */
  static <T> T with(
      Schema schema, Iterator<List<@Nullable Object>> rows, Function<String, T> work) {
    String call = RowFeeds.call(new RowFeed(schema, () -> new Once(rows)));
    return work.apply("SELECT %s FROM %s".formatted(values(schema), call));
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

  /** Rows that are given once, and that somebody else closes. */
  private record Once(Iterator<List<@Nullable Object>> rows) implements RowFeed.Rows {

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public List<@Nullable Object> next() {
      return rows.next();
    }

    @Override
    public void close() {}
  }

  /** What a scan reads of a feed; each scan opens it anew. */
  static JavaScan.Source source(RowFeed feed) {
    return new Closed(feed);
  }

  /** A feed that no scan has begun to read. */
  private record Closed(RowFeed feed) implements JavaScan.Source {

    @Override
    public List<DuckDBColumnType> types() {
      return feed.schema().columns().stream().map(column -> carried(column.type())).toList();
    }

    @Override
    public JavaScan.Source opened() {
      return new Opened(feed, feed.open());
    }

    @Override
    public long fill(DuckDBDataChunkWriter chunk) {
      throw new IllegalStateException("the feed is not open");
    }
  }

  /** A scan at work. */
  private record Opened(RowFeed feed, RowFeed.Rows rows) implements JavaScan.Source {

    @Override
    public List<DuckDBColumnType> types() {
      return source(feed).types();
    }

    @Override
    public long fill(DuckDBDataChunkWriter chunk) {
      try {
        return copied(chunk);
      } catch (QarionException e) {
        feed.failed(e);
        throw e;
      }
    }

    private long copied(DuckDBDataChunkWriter chunk) {
      int columns = feed.schema().size();
      long row = 0;
      while (row < chunk.capacity() && rows.hasNext()) {
        List<@Nullable Object> cells = rows.next();
        for (int column = 0; column < columns; column++) {
          put(chunk.vector(column), row, cells.get(column));
        }
        row++;
      }
      return row;
    }
  }
}
