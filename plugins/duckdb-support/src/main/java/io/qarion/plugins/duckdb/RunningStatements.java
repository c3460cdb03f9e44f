package io.qarion.plugins.duckdb;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBPreparedStatement;

/** The statements at work, asked for how far they are. */
public final class RunningStatements {

  private final Set<DuckDBPreparedStatement> statements = ConcurrentHashMap.newKeySet();

  public void started(DuckDBPreparedStatement statement) {
    statements.add(statement);
  }

  public void ended(DuckDBPreparedStatement statement) {
    statements.remove(statement);
  }

  /** The least of all that can say; from 0 to 1. */
  public Optional<Double> progress() {
    double least = 2;
    for (DuckDBPreparedStatement statement : statements) {
      double percentage = percentage(statement);
      if (percentage >= 0) {
        least = Math.min(least, percentage / 100);
      }
    }
    return least > 1 ? Optional.empty() : Optional.of(least);
  }

  private static double percentage(DuckDBPreparedStatement statement) {
    try {
      return statement.getQueryProgress().getPercentage();
    } catch (SQLException _) {
      return -1; // the statement ended meanwhile
    }
  }
}
