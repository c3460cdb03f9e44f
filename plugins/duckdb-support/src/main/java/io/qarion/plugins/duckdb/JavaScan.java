package io.qarion.plugins.duckdb;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/**
 * Values of Java as a relation of DuckDB, copied a chunk at a time. The driver keeps a function for
 * the life of the process, so there is one, which finds its source by a key.
 */
final class JavaScan implements DuckDBTableFunction<JavaScan.Source, JavaScan.Source, Object> {

  private static final Map<String, Source> SOURCES = new ConcurrentHashMap<>();
  private static final AtomicLong KEYS = new AtomicLong();

  private JavaScan() {}

  /** What a scan reads. */
  interface Source {

    /** The types of its columns, which are named c0, c1 and so on. */
    List<DuckDBColumnType> types();

    /** This at the start of a scan. */
    default Source opened() {
      return this;
    }

    /**
     * Fills a chunk.
     *
     * @return rows that are in it, 0 at the end
     */
    long fill(DuckDBDataChunkWriter chunk);
  }

  /** Makes the function known to a database. */
  static void register(DuckDBConnection connection) {
    try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
      builder
          .withName(RowFeeds.FUNCTION)
          .withParameter(String.class)
          .withFunction(new JavaScan())
          .register(connection);
    } catch (SQLException e) {
      throw DuckDbErrors.of(e);
    }
  }

  /**
   * Does something with what can stand behind FROM, and gives the rows once, in their order.
   *
   * @param work is given it
   */
  static <T> T with(Source source, Function<String, T> work) {
    String key = "rows " + KEYS.incrementAndGet();
    SOURCES.put(key, source);
    try {
      return work.apply("%s(%s)".formatted(RowFeeds.FUNCTION, SqlText.text(key)));
    } finally {
      SOURCES.remove(key);
    }
  }

  @Override
  public Source bind(DuckDBTableFunctionBindInfo info) {
    Source source = find(info.getParameter(0).getString());
    List<DuckDBColumnType> types = source.types();
    for (int i = 0; i < types.size(); i++) {
      info.addResultColumn("c" + i, types.get(i));
    }
    return source;
  }

  @Override
  public Source init(DuckDBTableFunctionInitInfo info) {
    info.setMaxThreads(1);
    Source source = info.getBindData();
    return source.opened();
  }

  private static Source find(String key) {
    return Optional.ofNullable(SOURCES.get(key))
        .or(() -> RowFeeds.find(key).map(JavaRows::source))
        .orElseThrow(() -> new IllegalArgumentException("there are no such rows"));
  }

  @Override
  public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
    Source source = info.getInitData();
    return source.fill(chunk);
  }
}
