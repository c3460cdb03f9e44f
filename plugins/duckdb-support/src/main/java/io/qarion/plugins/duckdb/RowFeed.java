package io.qarion.plugins.duckdb;

import io.qarion.core.dataset.Schema;
import io.qarion.core.problem.QarionException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows of Java that statements read: what they are, who reads them now, and why that failed. */
final class RowFeed {

  private final Schema schema;
  private final Supplier<Rows> opener;
  private final List<Rows> open = new ArrayList<>();
  private int statements;
  private Optional<QarionException> failure = Optional.empty();

  RowFeed(Schema schema, Supplier<Rows> opener) {
    this.schema = schema;
    this.opener = opener;
  }

  /** Rows in their order; closing twice does nothing. */
  interface Rows extends Iterator<List<@Nullable Object>>, AutoCloseable {
    @Override
    void close();
  }

  Schema schema() {
    return schema;
  }

  Rows open() {
    try {
      Rows rows = opener.get();
      synchronized (this) {
        open.add(rows);
      }
      return rows;
    } catch (QarionException e) {
      failed(e);
      throw e;
    }
  }

  synchronized void failed(QarionException reason) {
    failure = Optional.of(reason);
  }

  /** Why the rows could not be given; DuckDB itself keeps only the text. */
  synchronized Optional<QarionException> failure() {
    return failure;
  }

  synchronized boolean isRead() {
    return statements > 0;
  }

  synchronized void begins() {
    if (statements == 0) {
      failure = Optional.empty();
    }
    statements++;
  }

  /** After the last statement nothing stays open, also where it did not read to the end. */
  synchronized void ends() {
    statements--;
    if (statements == 0) {
      open.forEach(Rows::close);
      open.clear();
    }
  }
}
