package io.qarion.plugins.engine.sqlite;

import io.qarion.core.dataset.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of a result, read as they are asked for. */
final class ResultRows implements Iterator<List<@Nullable Object>> {

  private final ResultSet result;
  private final Schema schema;
  private final SqliteErrors errors;
  private boolean isRead;
  private boolean hasNext;

  ResultRows(ResultSet result, Schema schema, SqliteErrors errors) {
    this.result = result;
    this.schema = schema;
    this.errors = errors;
  }

  @Override
  public boolean hasNext() {
    if (!isRead) {
      try {
        hasNext = result.next();
        isRead = true;
      } catch (SQLException e) {
        throw errors.of(e);
      }
    }
    return hasNext;
  }

  @Override
  public List<@Nullable Object> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    try {
      isRead = false;
      return SqliteSession.row(result, schema);
    } catch (SQLException e) {
      throw errors.of(e);
    }
  }
}
