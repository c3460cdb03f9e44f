package io.qarion.plugins.rows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;

/** The order of values of one type; NULL has no place in it. */
public final class ValueOrder {

  private ValueOrder() {}

  /** Texts by code point, NaN behind all numbers and equal to itself, 0.0 equal to -0.0. */
  public static int compare(Object left, Object right) {
    return switch (left) {
      case String text -> texts(text, right.toString());
      case Double number -> floats(number, ((Number) right).doubleValue());
      case Long number -> Long.compare(number, ((Number) right).longValue());
      case BigDecimal number -> number.compareTo((BigDecimal) right);
      case Boolean flag -> Boolean.compare(flag, (Boolean) right);
      case LocalDate date -> date.compareTo((LocalDate) right);
      case LocalTime time -> time.compareTo((LocalTime) right);
      case LocalDateTime moment -> moment.compareTo((LocalDateTime) right);
      case byte[] bytes -> Arrays.compareUnsigned(bytes, (byte[]) right);
      default -> throw new IllegalArgumentException("no value: " + left.getClass());
    };
  }

  /** NaN behind all numbers and equal to itself, 0.0 equal to -0.0. */
  public static int floats(double left, double right) {
    return left == right ? 0 : Double.compare(left, right);
  }

  private static int texts(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean oneIsHalf = Character.isSurrogate(a) != Character.isSurrogate(b);
        return oneIsHalf ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
