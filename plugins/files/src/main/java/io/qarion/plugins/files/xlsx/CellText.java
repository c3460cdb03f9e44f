package io.qarion.plugins.files.xlsx;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.transform.RowCursor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes what a cell holds as the text of a field, as the type of its column wants it.
 *
 * @param from1904 whether days count from 1904
 */
record CellText(boolean from1904) {

  private static final int LONGEST_NUMBER = 64;

  /** A spreadsheet computes and shows so many digits. */
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

  private static final int PLAIN = 40;

  private static final DateTimeFormatter CLOCK =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);

  /** Text, or a {@link RowCursor.Fault}. */
  Object of(SheetCell cell, DataType type) {
    return switch (cell.kind()) {
      case FAULT -> new RowCursor.Fault(cell.text());
      case TEXT -> cell.text();
      case FLAG -> flag(cell.text());
      case ISO_MOMENT -> cell.text();
      case NUMBER -> number(cell, type);
    };
  }

  private static Object flag(String text) {
    return switch (text) {
      case "1", "true" -> "true";
      case "0", "false" -> "false";
      default -> new RowCursor.Fault(text);
    };
  }

  private Object number(SheetCell cell, DataType type) {
    Optional<BigDecimal> number = parsed(cell.text());
    if (number.isEmpty()) {
      return new RowCursor.Fault(cell.text());
    }
    return momentText(cell, number.get(), type).orElseGet(() -> plain(number.get(), type));
  }

  /** Columns of moments take any number for one; text takes those that are shown as one. */
  private Optional<String> momentText(SheetCell cell, BigDecimal number, DataType type) {
    double serial = number.doubleValue();
    return switch (type) {
      case PlainType.DATE, PlainType.TIMESTAMP ->
          SerialDate.moment(serial, from1904).map(CellText::text);
      case PlainType.TIME -> SerialDate.time(serial).map(CLOCK::format);
      case PlainType.STRING ->
          switch (cell.moment()) {
            case NONE -> Optional.empty();
            case TIME -> SerialDate.time(serial).map(CLOCK::format);
            case DATE, TIMESTAMP -> SerialDate.moment(serial, from1904).map(CellText::text);
          };
      case PlainType _ -> Optional.empty();
      case DecimalType _ -> Optional.empty();
    };
  }

  private static String text(LocalDateTime moment) {
    String date = moment.toLocalDate().toString();
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? date
        : date + " " + CLOCK.format(moment.toLocalTime());
  }

  /** Whole numbers keep all their digits, as some programs write more than 15. */
  private static String plain(BigDecimal number, DataType type) {
    if (type == PlainType.FLOAT) {
      return number.toString();
    }
    BigDecimal exact = number.stripTrailingZeros();
    BigDecimal shown = exact.scale() > 0 ? exact.round(DIGITS).stripTrailingZeros() : exact;
    return Math.abs(shown.scale()) <= PLAIN ? shown.toPlainString() : shown.toString();
  }

  /** The number that a text stands for; empty for what no program has written as one. */
  static Optional<BigDecimal> parsed(String text) {
    if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    try {
      var number = new BigDecimal(text);
      return Double.isFinite(number.doubleValue()) ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
