package io.qarion.plugins.duckdb;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.LoadResult;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.FileRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One file that has been read: its good rows, and what is wrong with the others. */
public final class FileLoad implements AutoCloseable {

  private static final Schema REFUSED =
      Schema.of(
          Column.of("record", PlainType.INTEGER),
          Column.of("column_name", PlainType.STRING),
          Column.of("reason", PlainType.STRING),
          Column.of("raw_text", PlainType.STRING));

  private final DuckDbSession session;
  private final FileRelation file;
  private final StagedFile staged;

  FileLoad(DuckDbSession session, FileRelation file) {
    this.session = session;
    this.file = file;
    try {
      this.staged = StagedFile.read(session, file);
    } catch (QarionException e) {
      session.close();
      throw e;
    }
  }

  /** Whether no record has to be refused. */
  public boolean isClean() {
    return staged.isClean();
  }

  /** Columns of the good rows: those wanted of the file, and those of landing after them. */
  public Schema schema() {
    var columns = new ArrayList<>(file.schema().columns());
    columns.addAll(TechnicalColumns.LANDING);
    return new Schema(columns);
  }

  /** Gives the good rows in the order of the file. */
  public void goodRows(BatchContext batch, Consumer<List<@Nullable Object>> rows) {
    session.each(staged.goodRows(batch), schema(), rows);
  }

  /** The same, column by column. */
  public void goodRows(BatchContext batch, ColumnsSink columns) {
    session.columns(staged.goodRows(batch), schema(), columns);
  }

  /** Gives the refused records: number, column, reason and text, in the order of the file. */
  public void refusedRecords(Consumer<List<@Nullable Object>> records) {
    staged.refused().ifPresent(select -> session.each(select, REFUSED, records));
  }

  /** What came of it, if {@code loaded} rows were taken. */
  public LoadResult result(long loaded) {
    return staged.result(loaded);
  }

  /** What the user should know of the good rows. */
  public List<Problem> warnings() {
    return staged.warnings();
  }

  @Override
  public void close() {
    try (session) {
      staged.close();
    }
  }
}
