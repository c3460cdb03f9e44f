package io.qarion.plugins.sql;

import io.qarion.core.dataset.DataType;
import java.util.Optional;

/**
 * A value inside an expression, written as SQL.
 *
 * @param type that the SQL has in the engine
 * @param constant the value, where it is written out
 */
public record Operand(String sql, DataType type, Optional<Object> constant) {

  public static Operand of(String sql, DataType type) {
    return new Operand(sql, type, Optional.empty());
  }

  /** The SQL, in parentheses unless it holds together without. */
  public String closed() {
    return SqlFragment.closed(sql);
  }
}
