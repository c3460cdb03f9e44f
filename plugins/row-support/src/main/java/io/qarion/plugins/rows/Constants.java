package io.qarion.plugins.rows;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import java.math.BigDecimal;

/** Written values in the classes that functions compute with. */
final class Constants {

  private Constants() {}

  static Object of(Object value, DataType type) {
    return switch (type) {
      case PlainType.INTEGER -> ((Number) value).longValue();
      case PlainType.FLOAT -> ((Number) value).doubleValue();
      case PlainType.STRING, PlainType.JSON -> value.toString();
      case PlainType.BOOLEAN,
          PlainType.DATE,
          PlainType.TIME,
          PlainType.TIMESTAMP,
          PlainType.BINARY ->
          value;
      case DecimalType(_, int scale) -> new BigDecimal(value.toString()).setScale(scale);
    };
  }
}
