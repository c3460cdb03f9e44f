package io.qarion.plugins.sql;

import io.qarion.core.dataset.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection at work on a database, with or without a transaction. */
public interface SqlSession {

  /**
   * Runs one statement.
   *
   * @return rows that it changed
   */
  long execute(String sql);

  /**
   * The rows of a SELECT.
   *
   * @param schema the columns it gives
   */
  List<List<@Nullable Object>> select(String sql, Schema schema);

  /** The first number of a result; 0 if there is none. */
  long number(String sql);

  /** The same, and not part of the profile of a step. */
  long count(String sql);

  /** Columns of a stored table; empty if there is none. */
  Optional<Schema> tableSchema(String table);

  /** Columns of a stored table that take no NULL. */
  List<String> requiredColumns(String table);
}
