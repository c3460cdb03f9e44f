package io.qarion.core.engine;

import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.TracedStatement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A place that holds tables and computes rows. Only values cross this interface, so that an engine
 * may live in a process of its own. Every method may be called by several threads at once. Failures
 * are {@code QarionException}s.
 */
public interface Engine extends AutoCloseable {

  DataStoreId store();

  Set<EngineCapability> capabilities();

  /** What the data store remembers of batches, steps and files. */
  StoreLedger ledger();

  /** Columns of a stored table; empty if there is none of this physical name. */
  Optional<Schema> tableSchema(String physicalName);

  /** Rows in a stored table; 0 if there is none. */
  long tableRows(String physicalName);

  /**
   * Columns that a query will give, found without computing a row.
   *
   * @param parameters values of {@code :name}
   */
  Schema describe(Query query, Map<String, Object> parameters);

  /**
   * The columns that a statement of a user gives, and what they are made of, found without running
   * it; empty if the engine can't tell.
   *
   * @param query one with a statement
   * @param parameters values of {@code :name}
   */
  default Optional<TracedStatement> trace(Query query, Map<String, Object> parameters) {
    return Optional.empty();
  }

  /** Some rows of a query. Nothing can be written through it. */
  RowPage page(PageRequest request, Cancellation cancellation);

  /** How many rows a query gives. */
  long count(Query query, Map<String, Object> parameters, Cancellation cancellation);

  /** The statement in the engine's language that computes a query, for people to read. */
  String explain(Query query, Map<String, Object> parameters);

  /** Starts work that takes effect as a whole when committed. */
  EngineTransaction begin(Cancellation cancellation);

  /** Called around a run; an engine may prepare for many writes and tidy up afterwards. */
  default void runStarts() {}

  /** See {@link #runStarts()}. */
  default void runEnds() {}

  /** How far running statements are, from 0 to 1; empty if nobody knows. */
  default Optional<Double> progress() {
    return Optional.empty();
  }

  /** Bytes of memory that the engine holds now; negative if unknown. */
  default long memory() {
    return -1;
  }

  @Override
  void close();
}
