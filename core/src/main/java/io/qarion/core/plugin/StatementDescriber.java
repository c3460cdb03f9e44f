package io.qarion.core.plugin;

import io.qarion.core.dataset.Schema;
import io.qarion.core.transform.Query;
import java.util.Optional;

/** Asks an engine which columns a query in its own SQL gives. */
@FunctionalInterface
public interface StatementDescriber {

  /** Knows nothing: used where no engine is at hand. */
  StatementDescriber NONE = (_, _) -> Optional.empty();

  /**
   * The columns; empty if nobody can say.
   *
   * @param element where the statement was written
   * @throws io.qarion.core.problem.QarionException if the engine refuses the statement
   */
  Optional<Schema> describe(Query query, String element);
}
