package io.qarion.plugins.rows;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Arguments of a call, none of them NULL, by index from 0. */
final class Arguments {

  private final @Nullable Object[] values;

  Arguments(@Nullable Object[] values) {
    this.values = values;
  }

  int size() {
    return values.length;
  }

  Object value(int index) {
    Object value = values[index];
    if (value == null) {
      throw new IllegalStateException("argument " + index + " is NULL");
    }
    return value;
  }

  String text(int index) {
    return value(index).toString();
  }

  long integer(int index) {
    return ((Number) value(index)).longValue();
  }

  double real(int index) {
    return ((Number) value(index)).doubleValue();
  }

  boolean flag(int index) {
    return (Boolean) value(index);
  }

  /** A date or timestamp as timestamp. */
  LocalDateTime moment(int index) {
    return value(index) instanceof LocalDate date
        ? date.atStartOfDay()
        : (LocalDateTime) value(index);
  }
}
