package io.qarion.core.transform;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.ValueType;
import java.util.Optional;

/** Finds the type that values of two types both fit. */
final class CommonType {

  private CommonType() {}

  /** Empty if there is none, as for text and a number. */
  static Optional<ValueType> of(ValueType left, ValueType right) {
    if (!(left instanceof ValueType.Known(DataType first))) {
      return Optional.of(right);
    }
    if (!(right instanceof ValueType.Known(DataType second))) {
      return Optional.of(left);
    }
    return of(first, second).map(ValueType::of);
  }

  private static Optional<DataType> of(DataType first, DataType second) {
    if (first.equals(second)) {
      return Optional.of(first);
    }
    if (first.isNumeric() && second.isNumeric()) {
      return Optional.of(number(first, second));
    }
    boolean times = isTime(first) && isTime(second);
    return times ? Optional.of(PlainType.TIMESTAMP) : Optional.empty();
  }

  private static DataType number(DataType first, DataType second) {
    if (first == PlainType.FLOAT || second == PlainType.FLOAT) {
      return PlainType.FLOAT;
    }
    DecimalType left = decimal(first);
    DecimalType right = decimal(second);
    int scale = Math.max(left.scale(), right.scale());
    int whole = Math.max(left.precision() - left.scale(), right.precision() - right.scale());
    int precision = Math.min(DecimalType.MAX_PRECISION, whole + scale);
    return new DecimalType(precision, scale);
  }

  private static DecimalType decimal(DataType type) {
    return type instanceof DecimalType decimal ? decimal : new DecimalType(18, 0);
  }

  private static boolean isTime(DataType type) {
    return type == PlainType.DATE || type == PlainType.TIMESTAMP;
  }
}
