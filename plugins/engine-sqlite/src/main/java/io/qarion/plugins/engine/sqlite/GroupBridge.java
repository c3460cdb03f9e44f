package io.qarion.plugins.engine.sqlite;

import io.qarion.core.problem.QarionException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/**
 * Lets SQLite call a function of Java over groups and windows; the driver copies it for each group.
 * Where rows leave a window, the result is computed from those that are left.
 */
final class GroupBridge extends Function.Window implements FunctionArguments.Source {

  private final JavaFunction.Grouped function;
  private @Nullable State state;

  GroupBridge(JavaFunction.Grouped function) {
    this.function = function;
  }

  @Override
  protected void xStep() throws SQLException {
    guarded(() -> {
      var row = FunctionArguments.read(this, function.arguments());
      State now = state();
      now.accumulator.add(row);
      if (function.overWindow()) {
        now.rows.add(row);
      }
    });
  }

  @Override
  protected void xInverse() throws SQLException {
    State now = state();
    now.rows.removeFirst();
    now.isStale = true;
  }

  @Override
  protected void xValue() throws SQLException {
    guarded(() -> {
      State now = state();
      if (now.isStale) {
        now.accumulator = function.accumulators().get();
        now.rows.forEach(row -> now.accumulator.add(row));
        now.isStale = false;
      }
      give(now.accumulator.result());
    });
  }

  @Override
  protected void xFinal() throws SQLException {
    guarded(() -> give(state().accumulator.result()));
  }

  private State state() {
    State now = state;
    if (now == null) {
      now = new State(function.accumulators().get());
      state = now;
    }
    return now;
  }

  private void guarded(Work work) throws SQLException {
    try {
      work.run();
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

  /** The rows of one group so far. */
  private static final class State {

    private final Deque<@Nullable Object[]> rows = new ArrayDeque<>();
    private JavaFunction.Accumulator accumulator;
    private boolean isStale;

    State(JavaFunction.Accumulator accumulator) {
      this.accumulator = accumulator;
    }
  }

  /** Something that may be refused by the driver. */
  @FunctionalInterface
  private interface Work {
    void run() throws SQLException;
  }
}
