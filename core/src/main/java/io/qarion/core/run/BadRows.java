package io.qarion.core.run;

import io.qarion.core.engine.BadRecord;
import java.util.List;
import java.util.OptionalLong;

/**
 * The records of a file that can't be read as declared.
 *
 * @param extent how much of the file was read
 * @param rows that are good
 * @param rejected that are not, each counted once
 * @param shown the first of them, in the order of the file
 */
public record BadRows(Extent extent, long rows, long rejected, List<Found> shown) {

  /** How many are shown. */
  public static final int SHOWN = 1_000;

  public BadRows {
    shown = List.copyOf(shown);
  }

  /**
   * Where a bad record stands among the rows that are shown of its file, from 0; empty if it is
   * left out there since it could not be parted into values.
   */
  public OptionalLong rowOf(Found found) {
    if (!found.record().hasValues()) {
      return OptionalLong.empty();
    }
    long number = found.record().row();
    long leftOut =
        shown.stream()
            .map(Found::record)
            .filter(record -> !record.hasValues() && record.row() < number)
            .count();
    return OptionalLong.of(number - 1 - leftOut);
  }

  /** How much of a file was read. */
  public enum Extent {
    WHOLE,
    /** The first records alone, since the file is large. */
    BEGINNING,
    /** Nothing: the file is large, and its format can't be cut. */
    NOTHING
  }

  /**
   * A bad record.
   *
   * @param line where it begins in the file's text, from 1; 0 if that can't be said
   */
  public record Found(BadRecord record, long line) {}
}
