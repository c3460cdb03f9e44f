package io.qarion.core.lineage;

import java.util.Set;

/**
 * What a step makes a column of.
 *
 * @param from empty for a column that is made of nothing, such as a constant
 * @param isCertain false where nobody can tell, and {@code from} is all that the step reads
 */
public record Derivation(StepId step, ColumnId column, Set<ColumnId> from, boolean isCertain) {

  public Derivation {
    from = Set.copyOf(from);
  }

  /** Whether the column is only handed on under its name. */
  public boolean isHandedOn() {
    return from.size() == 1 && from.iterator().next().column().equals(column.column());
  }
}
