package io.qarion.plugins.engine.duckdb;

import io.qarion.plugins.sql.CallSql;
import io.qarion.plugins.sql.Operand;

/** {@code first} and {@code last}: the value of the row that comes first or last. */
final class ExtremeRow {

  private ExtremeRow() {}

  static String of(CallSql call) {
    Operand value = call.arguments().get(0);
    Operand by = call.arguments().get(1);
    String direction = call.name().equals("last") ? "DESC" : "ASC";
    CallSql known = call.withFilter(by.closed() + " IS NOT NULL");
    String order =
        "%s ORDER BY %s %s, %s ASC NULLS LAST"
            .formatted(value.sql(), by.sql(), direction, value.sql());
    // In a window DuckDB takes first for first_value, which knows no filter.
    return call.over().isPresent()
        ? "(list(" + order + ")" + known.tail() + ")[1]"
        : "first(" + order + ")" + known.tail();
  }
}
