package io.qarion.plugins.engine.duckdb;

import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.plugins.duckdb.DuckDbTypes;
import io.qarion.plugins.sql.CallSql;
import io.qarion.plugins.sql.Operand;
import java.util.function.Function;

/** {@code round(x, digits)}. */
final class Rounding {

  private Rounding() {}

  /**
   * @param otherwise for integers
   */
  static String of(CallSql call, Function<CallSql, String> otherwise) {
    Operand number = call.arguments().getFirst();
    long digits =
        call.arguments().get(1).constant().map(Number.class::cast).orElseThrow().longValue();
    return switch (number.type()) {
      case PlainType.FLOAT -> "round(%s * 1e%d) / 1e%d".formatted(number.closed(), digits, digits);
      case DecimalType type when digits >= type.scale() -> number.sql();
      case DecimalType _ ->
          "CAST(%s AS %s)"
              .formatted(
                  digits >= 0 ? number.sql() : "round(%s, %d)".formatted(number.sql(), digits),
                  DuckDbTypes.of(call.result()));
      case PlainType _ when digits >= 0 -> number.sql();
      case PlainType _ -> otherwise.apply(call);
    };
  }
}
