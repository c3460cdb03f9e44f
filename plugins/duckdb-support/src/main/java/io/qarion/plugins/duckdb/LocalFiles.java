package io.qarion.plugins.duckdb;

import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.FileTarget;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.FileRelation;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes files for engines that can't: by a DuckDB that keeps nothing, so that all
 * engines read and write them alike. It is opened when it is first needed.
 */
public final class LocalFiles implements AutoCloseable {

  private final DuckDbSettings settings;
  private final RunningStatements running = new RunningStatements();
  private @Nullable DuckDbInstance instance;

  /**
   * @param folders that may be read and written
   */
  public LocalFiles(Path spill, List<Path> folders) {
    this.settings =
        new DuckDbSettings(
            Optional.empty(), Optional.empty(), Optional.empty(), spill, Optional.empty(), folders);
  }

  /** The rows of a SELECT that reads nothing: DuckDB is asked what it knows. */
  public List<List<@Nullable Object>> select(String sql, Schema schema) {
    try (DuckDbSession session = session(new Cancellation())) {
      return session.select(sql, schema);
    }
  }

  /** Reads a file to its end; what comes of it is closed by the caller. */
  public FileLoad load(FileRelation file, Cancellation cancellation) {
    return new FileLoad(session(cancellation), file);
  }

  /** Gives the rows of a file, NULL where a value is bad, without those that are malformed. */
  public void read(
      FileRelation file, Consumer<List<@Nullable Object>> rows, Cancellation cancellation) {
    try (DuckDbSession session = session(cancellation)) {
      session.each(new FileRows(file).lenient(), file.schema(), rows);
    }
  }

  /** The same, column by column. */
  public void read(FileRelation file, ColumnsSink columns, Cancellation cancellation) {
    try (DuckDbSession session = session(cancellation)) {
      session.columns(new FileRows(file).lenient(), file.schema(), columns);
    }
  }

  /**
   * Writes rows to a new file.
   *
   * @param rows values as {@link ChunkReader} gives them
   * @return rows written
   */
  public long write(
      Schema schema,
      Iterator<List<@Nullable Object>> rows,
      FileTarget target,
      Cancellation cancellation) {
    if (target.rows().isPresent()) {
      return target
          .rows()
          .get()
          .write(
              schema,
              taker -> {
                while (rows.hasNext()) {
                  cancellation.throwIfRequested();
                  taker.accept(rows.next());
                }
              });
    }
    try (DuckDbSession session = session(cancellation)) {
      return JavaRows.with(schema, rows, select -> session.execute(CopySql.of(select, target)));
    }
  }

  /**
   * Writes rows to a new file.
   *
   * @param columns of the schema's types
   * @return rows written
   */
  public long write(
      Schema schema,
      List<? extends CellSource> columns,
      int rows,
      FileTarget target,
      Cancellation cancellation) {
    String values = JavaColumns.values(schema);
    try (DuckDbSession session = session(cancellation)) {
      return JavaScan.with(
          new JavaColumns(schema, columns, rows),
          from -> session.execute(CopySql.of("SELECT %s FROM %s".formatted(values, from), target)));
    }
  }

  private DuckDbSession session(Cancellation cancellation) {
    return new DuckDbSession(opened(), cancellation, running);
  }

  private synchronized DuckDbInstance opened() {
    DuckDbInstance open = instance;
    if (open == null) {
      open = DuckDbInstance.open(settings);
      instance = open;
    }
    return open;
  }

  @Override
  public synchronized void close() {
    if (instance != null) {
      instance.close();
    }
  }
}
