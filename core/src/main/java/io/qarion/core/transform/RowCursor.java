package io.qarion.core.transform;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands out the records of a file, one after the other. */
public interface RowCursor extends AutoCloseable {

  /** The next record; empty at the end. */
  Optional<Row> next();

  @Override
  void close();

  /**
   * A record.
   *
   * @param line where it stands in the file, from 1, as its user counts there
   * @param fields the wanted columns in their order: text as it would stand in a CSV file, null for
   *     no value, or a {@link Fault}
   */
  record Row(long line, List<@Nullable Object> fields) {}

  /**
   * An error that stands in a field instead of a value, and is bad for every type.
   *
   * @param text as the file shows it, not blank
   */
  record Fault(String text) {}

  /** Starts reading from the first record, as often as it is asked; equal ones read the same. */
  interface Opener {

    RowCursor open();

    /** What the places of the wanted columns are called in a line, such as {@code C}. */
    List<String> places();
  }
}
