package io.qarion.plugins.sql;

import io.qarion.core.dataset.Schema;
import io.qarion.core.transform.TracedSchema;
import java.util.Optional;

/**
 * Where a query has got to: a named SELECT.
 *
 * @param name quoted
 * @param order name of a hidden column that carries the order of a sort; empty if there is none
 * @param isTable whether its rows are those of a table, none of its columns computed
 */
record Stage(String name, TracedSchema traced, Optional<String> order, boolean isTable) {

  Schema schema() {
    return traced.schema();
  }
}
