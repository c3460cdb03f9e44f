package io.qarion.core.expression;

import static io.qarion.core.dataset.PlainType.BINARY;
import static io.qarion.core.dataset.PlainType.BOOLEAN;
import static io.qarion.core.dataset.PlainType.DATE;
import static io.qarion.core.dataset.PlainType.FLOAT;
import static io.qarion.core.dataset.PlainType.INTEGER;
import static io.qarion.core.dataset.PlainType.JSON;
import static io.qarion.core.dataset.PlainType.STRING;
import static io.qarion.core.dataset.PlainType.TIME;
import static io.qarion.core.dataset.PlainType.TIMESTAMP;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which types fit together, and what becomes of them. */
final class TypeRules {

  /** Casts that have a meaning, beside those to the same type and to string. */
  private static final Map<PlainType, Set<PlainType>> CASTS = new EnumMap<>(PlainType.class);

  static {
    CASTS.put(BOOLEAN, Set.of(INTEGER));
    CASTS.put(INTEGER, Set.of(BOOLEAN, FLOAT));
    CASTS.put(FLOAT, Set.of(INTEGER));
    CASTS.put(STRING, Set.of(BOOLEAN, INTEGER, FLOAT, DATE, TIME, TIMESTAMP, JSON));
    CASTS.put(DATE, Set.of(TIMESTAMP, STRING));
    CASTS.put(TIME, Set.of(STRING));
    CASTS.put(TIMESTAMP, Set.of(DATE, TIME, STRING));
    CASTS.put(JSON, Set.of(STRING));
    CASTS.put(BINARY, Set.of());
  }

  private TypeRules() {}

  static boolean isOpen(ValueType type) {
    return type == ValueType.Special.NULL || type == ValueType.Special.UNKNOWN;
  }

  static boolean is(ValueType type, DataType wanted) {
    return type instanceof ValueType.Known known && known.type().equals(wanted);
  }

  static boolean isNumeric(ValueType type) {
    return type instanceof ValueType.Known known && known.type().isNumeric();
  }

  static boolean isExact(ValueType type) {
    return isNumeric(type) && !is(type, FLOAT);
  }

  /** Whether one value comes before another. */
  static boolean isOrdered(ValueType type) {
    return type != ValueType.Special.INTERVAL && !is(type, JSON) && !is(type, BINARY);
  }

  static boolean isMoment(ValueType type) {
    return is(type, DATE) || is(type, TIMESTAMP);
  }

  /** The digits of an exact number; an integer counts as 19. */
  static DecimalType asDecimal(DataType type) {
    return type instanceof DecimalType decimal ? decimal : new DecimalType(19, 0);
  }

  /** Whether =, &lt; and so on have a meaning between them. */
  static boolean areComparable(ValueType left, ValueType right) {
    if (left == ValueType.Special.INTERVAL || right == ValueType.Special.INTERVAL) {
      return false;
    }
    if (is(left, JSON) || is(right, JSON)) {
      return false;
    }
    return isOpen(left)
        || isOpen(right)
        || (isNumeric(left) && isNumeric(right))
        || (isMoment(left) && isMoment(right))
        || left.equals(right);
  }

  /** The type that holds the values of both; empty if there is none. */
  static Optional<ValueType> common(ValueType left, ValueType right) {
    if (left == ValueType.Special.NULL || left.equals(right)) {
      return Optional.of(right);
    }
    if (right == ValueType.Special.NULL) {
      return Optional.of(left);
    }
    if (left == ValueType.Special.UNKNOWN || right == ValueType.Special.UNKNOWN) {
      return Optional.of(ValueType.Special.UNKNOWN);
    }
    if (isNumeric(left) && isNumeric(right)) {
      return commonNumber(left, right);
    }
    return isMoment(left) && isMoment(right)
        ? Optional.of(ValueType.of(TIMESTAMP))
        : Optional.empty();
  }

  private static Optional<ValueType> commonNumber(ValueType left, ValueType right) {
    if (is(left, FLOAT) || is(right, FLOAT)) {
      return Optional.of(ValueType.of(FLOAT));
    }
    DecimalType a = asDecimal(left.dataType().orElseThrow());
    DecimalType b = asDecimal(right.dataType().orElseThrow());
    int scale = Math.max(a.scale(), b.scale());
    int whole = Math.max(a.precision() - a.scale(), b.precision() - b.scale());
    return whole + scale > DecimalType.MAX_PRECISION
        ? Optional.empty()
        : Optional.of(ValueType.of(new DecimalType(Math.max(1, whole + scale), scale)));
  }

  static boolean canCast(ValueType from, DataType to) {
    return switch (from) {
      case ValueType.Special special -> special != ValueType.Special.INTERVAL;
      case ValueType.Known(var type) ->
          type.equals(to) || canCast(plain(type), plain(to), type.isNumeric());
    };
  }

  private static boolean canCast(PlainType from, PlainType to, boolean number) {
    return CASTS.getOrDefault(from, Set.of()).contains(to)
        || (number && (to == STRING || (from == to && from == FLOAT)))
        || (from == BOOLEAN && to == STRING);
  }

  /** A decimal is cast from and to what a float is. */
  private static PlainType plain(DataType type) {
    return switch (type) {
      case PlainType plain -> plain;
      case DecimalType _ -> FLOAT;
    };
  }

  /** The same where a sentence begins. */
  static String beginning(ValueType type) {
    return "A" + named(type).substring(1);
  }

  /** "an integer", "a string". */
  static String named(ValueType type) {
    String text = type.text();
    return ("aeiou".indexOf(text.charAt(0)) >= 0 ? "an " : "a ") + text;
  }
}
