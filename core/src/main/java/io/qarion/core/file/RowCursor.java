package io.qarion.core.file;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands out rows, one after the other. */
public interface RowCursor extends AutoCloseable {

  /** The next row; empty at the end. */
  Optional<List<@Nullable Object>> next();

  @Override
  void close();

  /** Starts reading from the first row. */
  @FunctionalInterface
  interface Opener {
    RowCursor open();
  }
}
