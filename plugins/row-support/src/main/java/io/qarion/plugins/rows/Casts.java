package io.qarion.plugins.rows;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.UnaryOperator;

/** Conversions with our meaning. */
final class Casts {

  private static final double FIRST_TOO_LARGE = 0x1p63;

  private Casts() {}

  /** How values of a type become those of another; none of them is NULL. */
  static UnaryOperator<Object> of(DataType from, DataType to) {
    if (from.equals(to)) {
      return value -> value;
    }
    return switch (to) {
      case PlainType.STRING -> ValueText::of;
      case PlainType.BOOLEAN -> Casts::toBoolean;
      case PlainType.INTEGER -> Casts::toInteger;
      case PlainType.FLOAT -> Casts::toFloat;
      case PlainType.DATE -> Casts::toDate;
      case PlainType.TIME -> Casts::toTime;
      case PlainType.TIMESTAMP -> Casts::toTimestamp;
      case PlainType.JSON -> Casts::toJson;
      case PlainType.BINARY -> Casts::toBinary;
      case DecimalType type -> value -> toDecimal(value, type);
    };
  }

  private static Object toBoolean(Object value) {
    return switch (value) {
      case String text -> TextCasts.toBoolean(text);
      case BigDecimal number -> number.signum() != 0;
      case Number number -> number.doubleValue() != 0;
      default -> throw Refusal.notOf(value, PlainType.BOOLEAN);
    };
  }

  private static Object toInteger(Object value) {
    return switch (value) {
      case String text -> TextCasts.toInteger(text);
      case Boolean flag -> flag ? 1L : 0L;
      case BigDecimal number -> whole(number);
      case Double number -> whole(number);
      default -> throw Refusal.notOf(value, PlainType.INTEGER);
    };
  }

  private static Object whole(BigDecimal number) {
    try {
      return number.setScale(0, RoundingMode.HALF_UP).longValueExact();
    } catch (ArithmeticException _) {
      throw Refusal.overflow(PlainType.INTEGER);
    }
  }

  private static Object whole(double number) {
    double rounded = NumberFunctions.halfAway(number);
    if (Double.isNaN(rounded) || rounded >= FIRST_TOO_LARGE || rounded < -FIRST_TOO_LARGE) {
      throw Refusal.notOf(ValueText.of(number), PlainType.INTEGER);
    }
    return (long) rounded;
  }

  private static Object toFloat(Object value) {
    return switch (value) {
      case String text -> TextCasts.toFloat(text);
      case Boolean flag -> flag ? 1.0 : 0.0;
      case Number number -> number.doubleValue();
      default -> throw Refusal.notOf(value, PlainType.FLOAT);
    };
  }

  private static Object toDecimal(Object value, DecimalType type) {
    return switch (value) {
      case String text -> Arithmetic.fitting(TextCasts.toDecimal(text, type), type);
      case Boolean flag -> Arithmetic.fitting(flag ? BigDecimal.ONE : BigDecimal.ZERO, type);
      case BigDecimal number -> Arithmetic.fitting(number, type);
      case Long number -> Arithmetic.fitting(BigDecimal.valueOf(number), type);
      case Double number -> ofFloat(number, type);
      default -> throw Refusal.notOf(value, type);
    };
  }

  private static Object ofFloat(double number, DecimalType type) {
    double digits = NumberFunctions.halfAway(number * NumberFunctions.power(type.scale()));
    if (Double.isNaN(digits) || Double.isInfinite(digits)) {
      throw Refusal.notOf(ValueText.of(number), type);
    }
    return Arithmetic.fitting(new BigDecimal(digits).movePointLeft(type.scale()), type);
  }

  private static Object toDate(Object value) {
    return switch (value) {
      case String text -> TextCasts.toDate(text);
      case LocalDateTime moment -> moment.toLocalDate();
      default -> throw Refusal.notOf(value, PlainType.DATE);
    };
  }

  private static Object toTime(Object value) {
    return switch (value) {
      case String text -> TextCasts.toTime(text);
      case LocalDateTime moment -> moment.toLocalTime();
      default -> throw Refusal.notOf(value, PlainType.TIME);
    };
  }

  private static Object toTimestamp(Object value) {
    return switch (value) {
      case String text -> TextCasts.toTimestamp(text);
      case LocalDate date -> date.atStartOfDay();
      default -> throw Refusal.notOf(value, PlainType.TIMESTAMP);
    };
  }

  private static Object toJson(Object value) {
    if (value instanceof String text && JsonFunctions.isValid(text)) {
      return text;
    }
    throw Refusal.notOf(value, PlainType.JSON);
  }

  private static Object toBinary(Object value) {
    return value.toString().getBytes(StandardCharsets.UTF_8);
  }
}
