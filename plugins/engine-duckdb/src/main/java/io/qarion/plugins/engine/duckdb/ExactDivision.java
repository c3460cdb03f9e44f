package io.qarion.plugins.engine.duckdb;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.plugins.duckdb.DuckDbTypes;
import io.qarion.plugins.sql.CallSql;
import io.qarion.plugins.sql.Operand;
import java.math.BigDecimal;

/**
 * {@code divide(a, b, digits)}: DuckDB divides decimals as floats, so this divides whole numbers,
 * as on paper, as many digits at once as 128 bits hold.
 */
final class ExactDivision {

  private static final int DIGITS = 38;

  private ExactDivision() {}

  static String of(CallSql call) {
    Operand a = call.arguments().get(0);
    Operand b = call.arguments().get(1);
    var result = (DecimalType) call.result();
    int missing = result.scale() + scale(b.type()) - scale(a.type());
    String divisor = "nullif(" + whole(b) + ", 0)";
    if (missing < 0) {
      divisor = divisor + " * " + power(-missing);
    }
    String steps =
        "list_transform([{'a': %s, 'b': %s}], lambda xt_s: {'q': xt_s.a // xt_s.b, 'r': xt_s.a %% xt_s.b, 'b': xt_s.b})"
            .formatted(whole(a), divisor);
    int atOnce = Math.max(1, DIGITS - 1 - precision(b.type()));
    for (int left = missing; left > 0; left -= atOnce) {
      String shift = power(Math.min(left, atOnce));
      steps =
          "list_transform(%s, lambda xt_s: {'q': xt_s.q * %s + xt_s.r * %s // xt_s.b, 'r': xt_s.r * %s %% xt_s.b, 'b': xt_s.b})"
              .formatted(steps, shift, shift, shift);
    }
    String rounded =
        "list_transform(%s, lambda xt_s: xt_s.q + CASE WHEN abs(xt_s.r) >= abs(xt_s.b) - abs(xt_s.r) THEN sign(xt_s.r) * sign(xt_s.b) ELSE 0 END)[1]"
            .formatted(steps);
    String digits = "CAST(" + rounded + " AS DECIMAL(" + DIGITS + ",0))";
    String value =
        result.scale() == 0
            ? digits
            : digits
                + " * "
                + DuckDbLiterals.typed(
                    unit(result), new DecimalType(result.scale(), result.scale()));
    return "CAST(" + value + " AS " + DuckDbTypes.of(result) + ")";
  }

  private static BigDecimal unit(DecimalType type) {
    return BigDecimal.ONE.movePointLeft(type.scale());
  }

  private static String power(int digits) {
    return "1" + "0".repeat(digits) + "::HUGEINT";
  }

  /** All digits as a whole number. */
  private static String whole(Operand number) {
    return scale(number.type()) == 0
        ? "CAST(" + number.sql() + " AS HUGEINT)"
        : "CAST(replace(CAST(" + number.sql() + " AS VARCHAR), '.', '') AS HUGEINT)";
  }

  private static int scale(DataType type) {
    return type instanceof DecimalType decimal ? decimal.scale() : 0;
  }

  private static int precision(DataType type) {
    return type instanceof DecimalType decimal ? decimal.precision() : 19;
  }
}
