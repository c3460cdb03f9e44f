package io.qarion.testkit;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes tables of few different values, so that rows meet: NULL, NaN, and texts that look alike.
 */
final class RandomTables {

  private static final int MOST_ROWS = 25;
  private static final int FEWEST_COLUMNS = 3;
  private static final List<String> WORDS =
      List.of("", "a", "A", "ab", "ä", "😀", " x ", "10", "a b", "_", "%", "Zoë");
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("n", PlainType.INTEGER),
          Column.of("m", PlainType.INTEGER),
          Column.of("x", PlainType.FLOAT),
          Column.of("d", new DecimalType(12, 2)),
          Column.of("e", new DecimalType(9, 0)),
          Column.of("s", PlainType.STRING),
          Column.of("t", PlainType.STRING),
          Column.of("day", PlainType.DATE),
          Column.of("at", PlainType.TIMESTAMP),
          Column.of("flag", PlainType.BOOLEAN));

  private final Random random;

  RandomTables(Random random) {
    this.random = random;
  }

  /** A table with an integer {@code id} that is never NULL, and some other columns. */
  RowPage table() {
    return rows(columns(List.of()), false);
  }

  /** An integer {@code id}, some columns that are asked for, and some others. */
  List<Column> columns(List<String> wanted) {
    var others = new ArrayList<>(COLUMNS);
    Collections.shuffle(others, random);
    int most = FEWEST_COLUMNS + random.nextInt(COLUMNS.size() - FEWEST_COLUMNS);
    var columns = new ArrayList<Column>();
    columns.add(Column.of("id", PlainType.INTEGER));
    for (Column column : others) {
      if (wanted.contains(column.name()) || columns.size() <= most) {
        columns.add(column);
      }
    }
    return columns;
  }

  /**
   * Rows of some columns, of which the first is an integer.
   *
   * @param isKey whether no two rows have the same value in the first
   */
  RowPage rows(List<Column> columns, boolean isKey) {
    var rows = new ArrayList<List<@Nullable Object>>();
    int size = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(MOST_ROWS);
    for (int i = 0; i < size; i++) {
      if (isKey && random.nextInt(4) == 0) {
        continue;
      }
      var row = new ArrayList<@Nullable Object>();
      row.add(!isKey && random.nextInt(4) == 0 ? random.nextLong(size) : (long) i);
      columns.stream()
          .skip(1)
          .map(column -> random.nextInt(6) == 0 ? null : value(column.type()))
          .forEach(row::add);
      rows.add(row);
    }
    return RowPage.of(new Schema(columns), 0, rows, false);
  }

  private Object value(DataType type) {
    return switch (type) {
      case PlainType.INTEGER -> random.nextLong(8) - 2;
      case PlainType.FLOAT ->
          List.of(0.0, -0.5, 2.25, 100.0, -3.75, Double.NaN, Double.POSITIVE_INFINITY)
              .get(random.nextInt(7));
      case DecimalType(_, int scale) -> BigDecimal.valueOf(random.nextInt(500) - 200, scale);
      case PlainType.DATE -> LocalDate.of(2024, 2, 27).plusDays(random.nextInt(5));
      case PlainType.TIMESTAMP ->
          LocalDateTime.of(2026, 3, 29, 1, 59, 59, 500_000_000)
              .plusMinutes(random.nextInt(4) * 30L);
      case PlainType.BOOLEAN -> random.nextBoolean();
      case PlainType.STRING -> WORDS.get(random.nextInt(WORDS.size()));
      case PlainType.TIME, PlainType.JSON, PlainType.BINARY ->
          throw new IllegalArgumentException("no values of " + type.text());
    };
  }
}
