package io.qarion.plugins.engine.sqlite;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/** Gives the first or the last value in a window that is not NULL. */
final class NearestBridge extends Function.Window {

  private static final int INTEGER = 1;
  private static final int FLOAT = 2;
  private static final int TEXT = 3;
  private static final int BLOB = 4;

  private final boolean first;
  private @Nullable Deque<Optional<Object>> values;

  NearestBridge(boolean first) {
    this.first = first;
  }

  @Override
  protected void xStep() throws SQLException {
    values().addLast(read());
  }

  @Override
  protected void xInverse() {
    values().removeFirst();
  }

  @Override
  protected void xValue() throws SQLException {
    Iterator<Optional<Object>> order = first ? values().iterator() : values().descendingIterator();
    while (order.hasNext()) {
      Optional<Object> value = order.next();
      if (value.isPresent()) {
        give(value.get());
        return;
      }
    }
    result();
  }

  @Override
  protected void xFinal() throws SQLException {
    xValue();
  }

  private Deque<Optional<Object>> values() {
    Deque<Optional<Object>> now = values;
    if (now == null) {
      now = new ArrayDeque<>();
      values = now;
    }
    return now;
  }

  private Optional<Object> read() throws SQLException {
    return switch (value_type(0)) {
      case INTEGER -> Optional.of(value_long(0));
      case FLOAT -> Optional.of(value_double(0));
      case TEXT -> Optional.of(value_text(0));
      case BLOB -> Optional.of(value_blob(0));
      default -> Optional.empty();
    };
  }

  private void give(Object value) throws SQLException {
    switch (value) {
      case Long number -> result(number);
      case Double number -> result(number);
      case byte[] bytes -> result(bytes);
      default -> result(value.toString());
    }
  }
}
