package io.qarion.app.designer.profile;

import io.qarion.core.dataset.Column;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Figures of all rows of a column.
 *
 * @param values how many rows hold one
 * @param distinct different values; empty until they are counted
 * @param lowest smallest value where there is an order
 */
public record ColumnProfile(
    Column column,
    long rows,
    long values,
    OptionalLong distinct,
    Optional<Object> lowest,
    Optional<Object> highest,
    Spread spread,
    Lengths lengths) {

  /** Mean and standard deviation of numbers. */
  public record Spread(OptionalDouble mean, OptionalDouble deviation) {}

  /** Of texts, in characters. */
  public record Lengths(OptionalLong shortest, OptionalLong longest) {}

  public long nulls() {
    return rows - values;
  }

  /** From 0 to 1. */
  public double nullShare() {
    return rows == 0 ? 0 : nulls() / (double) rows;
  }

  ColumnProfile withDistinct(long number) {
    return new ColumnProfile(
        column, rows, values, OptionalLong.of(number), lowest, highest, spread, lengths);
  }
}
