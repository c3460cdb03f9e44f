package io.qarion.core.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Values of settings as they are written in expressions. */
public final class CheckLiterals {

  private CheckLiterals() {}

  /** A value of a file: text, number, switch, date or time. */
  public static String of(Object value) {
    return switch (value) {
      case String text -> "'" + text.replace("'", "''") + "'";
      case Double number -> BigDecimal.valueOf(number).toPlainString();
      case LocalDate date -> "date '" + date + "'";
      case LocalDateTime time -> "timestamp '" + time + "'";
      case LocalTime time -> "time '" + time + "'";
      default -> value.toString();
    };
  }
}
