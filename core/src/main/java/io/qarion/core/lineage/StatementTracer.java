package io.qarion.core.lineage;

import io.qarion.core.transform.Query;
import io.qarion.core.transform.TracedStatement;
import java.util.Optional;

/** Says what the columns of a user's statement are made of. */
@FunctionalInterface
public interface StatementTracer {

  /** Knows of no statement. */
  StatementTracer NONE = _ -> Optional.empty();

  /** Empty if nobody can tell. */
  Optional<TracedStatement> trace(Query query);
}
