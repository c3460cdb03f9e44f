package io.qarion.core.transform;

import java.util.Set;

/**
 * A statement in an engine's own SQL with what its columns are made of.
 *
 * @param columns in order
 * @param named columns of the sources that the statement calls by name, whether for a value or for
 *     a condition; those that only a star takes along are not among them
 * @param deciding those that say which rows there are, or in which order
 */
public record TracedStatement(
    TracedSchema columns, Set<ColumnOrigin> named, Set<ColumnOrigin> deciding) {

  public TracedStatement {
    named = Set.copyOf(named);
    deciding = Set.copyOf(deciding);
  }
}
