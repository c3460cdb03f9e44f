package io.qarion.core.lineage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a column comes from and where it goes.
 *
 * @param column the one that was asked for
 * @param before what makes it, and what makes that; nearest first
 * @param after what is made of it, and of that; nearest first
 * @param files where the way begins and ends
 */
public record ColumnTrace(
    ColumnId column, List<Derivation> before, List<Derivation> after, List<FileEnd> files) {

  public ColumnTrace {
    before = List.copyOf(before);
    after = List.copyOf(after);
    files = List.copyOf(files);
  }

  /** All columns on the way, the asked one too. */
  public Set<ColumnId> columns() {
    var columns = new HashSet<ColumnId>();
    columns.add(column);
    before.forEach(each -> columns.addAll(each.from()));
    after.forEach(each -> columns.add(each.column()));
    return columns;
  }
}
