package io.qarion.app.designer.data;

import io.qarion.core.expression.Names;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** Writes conditions on one column as text of the expression language. */
public final class Conditions {

  private Conditions() {}

  public static String isNull(String column) {
    return Names.quoted(column) + " is null";
  }

  public static String isNotNull(String column) {
    return Names.quoted(column) + " is not null";
  }

  public static String isEqual(String column, Object value) {
    return Names.quoted(column) + " = " + literal(value);
  }

  /** Anything else than a value, no value included. */
  public static String isDifferent(String column, Object value) {
    return Names.quoted(column) + " is distinct from " + literal(value);
  }

  /**
   * From one value to another.
   *
   * @param closed whether the upper one is in it
   */
  public static String isBetween(String column, Object low, Object high, boolean closed) {
    String name = Names.quoted(column);
    return name
        + " >= "
        + literal(low)
        + " and "
        + name
        + (closed ? " <= " : " < ")
        + literal(high);
  }

  /** A value as it is written in an expression. */
  public static String literal(Object value) {
    return switch (value) {
      case Boolean truth -> truth.toString();
      case Long number -> number.toString();
      case BigDecimal decimal -> decimal.toPlainString();
      case Double number when Double.isFinite(number) && Math.rint(number) != number ->
          new BigDecimal(number.toString()).toPlainString();
      case Double number -> "cast('" + number + "' as float)";
      case LocalDate date -> "date '" + date + "'";
      case LocalTime time -> "time '" + CellText.plain(time) + "'";
      case LocalDateTime time ->
          "timestamp '"
              + time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME).replace('T', ' ')
              + "'";
      default -> "'" + value.toString().replace("'", "''") + "'";
    };
  }
}
