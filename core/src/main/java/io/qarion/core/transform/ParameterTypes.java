package io.qarion.core.transform;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** Types of variables, from the values they have. */
public final class ParameterTypes {

  private ParameterTypes() {}

  /** The types of the variables and of what every batch has. */
  public static Map<String, DataType> of(Map<String, Object> variables) {
    var types = new LinkedHashMap<String, DataType>();
    variables.forEach((name, value) -> types.put(name, typeOf(value)));
    types.put(BatchContext.BATCH_ID, PlainType.INTEGER);
    types.put(BatchContext.BATCH_CLOCK, PlainType.TIMESTAMP);
    return types;
  }

  /** The type of one value. */
  public static DataType typeOf(Object value) {
    return switch (value) {
      case Long _ -> PlainType.INTEGER;
      case Double _ -> PlainType.FLOAT;
      case Boolean _ -> PlainType.BOOLEAN;
      case BigDecimal decimal ->
          new DecimalType(
              Math.clamp(decimal.precision(), Math.max(1, decimal.scale()), 38),
              Math.max(0, decimal.scale()));
      case LocalDate _ -> PlainType.DATE;
      case LocalTime _ -> PlainType.TIME;
      case LocalDateTime _ -> PlainType.TIMESTAMP;
      default -> PlainType.STRING;
    };
  }
}
