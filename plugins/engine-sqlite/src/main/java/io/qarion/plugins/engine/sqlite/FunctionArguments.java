package io.qarion.plugins.engine.sqlite;

import io.qarion.core.dataset.DataType;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of a call as what they are of our types. */
final class FunctionArguments {

  private static final int INTEGER = 1;
  private static final int FLOAT = 2;
  private static final int TEXT = 3;
  private static final int BLOB = 4;

  /** What a function of the driver gives of its arguments, by index from 0. */
  interface Source {
    int type(int index) throws SQLException;

    long number(int index) throws SQLException;

    double real(int index) throws SQLException;

    String text(int index) throws SQLException;

    byte[] blob(int index) throws SQLException;
  }

  private FunctionArguments() {}

  static @Nullable Object[] read(Source source, List<DataType> types) throws SQLException {
    var values = new @Nullable Object[types.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Cells.value(stored(source, i), types.get(i));
    }
    return values;
  }

  private static @Nullable Object stored(Source source, int index) throws SQLException {
    return switch (source.type(index)) {
      case INTEGER -> source.number(index);
      case FLOAT -> source.real(index);
      case TEXT -> source.text(index);
      case BLOB -> source.blob(index);
      default -> null;
    };
  }
}
