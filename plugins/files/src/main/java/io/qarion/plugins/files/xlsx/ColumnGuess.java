package io.qarion.plugins.files.xlsx;

import io.qarion.core.dataset.PlainType;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The type that the values of a column have in a sample. */
final class ColumnGuess {

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final boolean from1904;
  private final Set<PlainType> seen = EnumSet.noneOf(PlainType.class);

  ColumnGuess(boolean from1904) {
    this.from1904 = from1904;
  }

  /** Errors say nothing of the type. */
  void add(SheetCell cell) {
    switch (cell.kind()) {
      case TEXT -> seen.add(PlainType.STRING);
      case FLAG -> seen.add(PlainType.BOOLEAN);
      case ISO_MOMENT -> seen.add(cell.text().contains("T") ? PlainType.TIMESTAMP : PlainType.DATE);
      case NUMBER -> CellText.parsed(cell.text()).ifPresent(number -> seen.add(of(cell, number)));
      case FAULT -> {}
    }
  }

  private PlainType of(SheetCell cell, BigDecimal number) {
    double serial = number.doubleValue();
    Optional<PlainType> moment =
        switch (cell.moment()) {
          case NONE -> Optional.empty();
          case TIME -> SerialDate.time(serial).map(_ -> PlainType.TIME);
          case DATE, TIMESTAMP ->
              SerialDate.moment(serial, from1904)
                  .map(found ->
                      cell.moment() == Moment.DATE && found.toLocalTime().equals(LocalTime.MIDNIGHT)
                          ? PlainType.DATE
                          : PlainType.TIMESTAMP);
        };
    return moment.orElseGet(() -> isWhole(number) ? PlainType.INTEGER : PlainType.FLOAT);
  }

  private static boolean isWhole(BigDecimal number) {
    return number.abs().compareTo(MOST) <= 0 && number.stripTrailingZeros().scale() <= 0;
  }

  /** Text where the column has several kinds, or nothing at all. */
  PlainType type() {
    if (seen.size() == 1) {
      return seen.iterator().next();
    }
    if (seen.equals(EnumSet.of(PlainType.INTEGER, PlainType.FLOAT))) {
      return PlainType.FLOAT;
    }
    return seen.equals(EnumSet.of(PlainType.DATE, PlainType.TIMESTAMP))
        ? PlainType.TIMESTAMP
        : PlainType.STRING;
  }

  boolean isMixed() {
    return seen.size() > 1 && type() == PlainType.STRING;
  }
}
