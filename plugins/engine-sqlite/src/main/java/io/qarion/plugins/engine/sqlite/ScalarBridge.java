package io.qarion.plugins.engine.sqlite;

import io.qarion.core.problem.QarionException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/** Lets SQLite call a function of Java for each row. */
final class ScalarBridge extends Function implements FunctionArguments.Source {

  private final JavaFunction.Scalar function;

  ScalarBridge(JavaFunction.Scalar function) {
    this.function = function;
  }

  @Override
  protected void xFunc() throws SQLException {
    try {
      give(function.function().apply(FunctionArguments.read(this, function.arguments())));
    } catch (QarionException | IllegalArgumentException | ArithmeticException e) {
      error(String.valueOf(e.getMessage()));
    }
  }

  private void give(@Nullable Object value) throws SQLException {
    switch (Cells.stored(value)) {
      case null -> result();
      case Long number -> result(number);
      case Double number -> result(number);
      case byte[] bytes -> result(bytes);
      case Object text -> result(text.toString());
    }
  }

  @Override
  public int type(int index) throws SQLException {
    return value_type(index);
  }

  @Override
  public long number(int index) throws SQLException {
    return value_long(index);
  }

  @Override
  public double real(int index) throws SQLException {
    return value_double(index);
  }

  @Override
  public String text(int index) throws SQLException {
    return value_text(index);
  }

  @Override
  public byte[] blob(int index) throws SQLException {
    return value_blob(index);
  }
}
