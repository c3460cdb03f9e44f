package io.qarion.plugins.sql;

import java.sql.SQLException;
import java.sql.Statement;

/**
 * Stops one statement when that is asked for. DuckDB forgets an interrupt that comes before it has
 * begun with a statement, so it is repeated until the statement is over, and never after that.
 */
public final class Interruption implements AutoCloseable {

  private static final long PAUSE_MILLIS = 10;

  private final Statement statement;
  private boolean over;

  public Interruption(Statement statement) {
    this.statement = statement;
  }

  /** Returns at once. The thread is the system's: virtual ones may all be busy with statements. */
  public void request() {
    Thread.ofPlatform().daemon().name("interruption").start(this::repeat);
  }

  @Override
  public synchronized void close() {
    over = true;
    notifyAll();
  }

  private synchronized void repeat() {
    try {
      while (!over) {
        statement.cancel();
        wait(PAUSE_MILLIS);
      }
    } catch (SQLException _) {
      over = true; // there is no statement any more
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
