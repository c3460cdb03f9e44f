package io.qarion.core.lineage;

import java.util.List;
import java.util.Set;

/**
 * What it means for a step that a column would be gone.
 *
 * @param columns those of the column's successors that the step reads
 * @param lost what it makes that would be gone too
 * @param elements where it calls them by name, so that it would fail; empty if it only hands on
 * @param files those that it writes with them
 */
public record StepImpact(
    StepId step,
    Set<ColumnId> columns,
    Set<ColumnId> lost,
    List<String> elements,
    List<String> files) {

  public StepImpact {
    columns = Set.copyOf(columns);
    lost = Set.copyOf(lost);
    elements = List.copyOf(elements);
    files = List.copyOf(files);
  }

  /** Whether the step could not run any more. */
  public boolean isBroken() {
    return !elements.isEmpty();
  }
}
