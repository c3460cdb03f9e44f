package io.qarion.core.lineage;

import java.util.Set;

/**
 * Columns that a step takes from files, or writes to one.
 *
 * @param path of the files, as it was written
 * @param isWritten whether they go out
 */
public record FileEnd(StepId step, String path, Set<ColumnId> columns, boolean isWritten) {

  public FileEnd {
    columns = Set.copyOf(columns);
  }
}
