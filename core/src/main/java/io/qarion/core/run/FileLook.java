package io.qarion.core.run;

import io.qarion.core.dataset.RowPage;
import io.qarion.core.file.SniffReport;
import java.util.List;

/**
 * What a file looks like when it is read in some way.
 *
 * @param columns those of the file in its order, then those that are declared and missing
 * @param rows the first, typed as they would be loaded; a value that is bad is NULL, and records
 *     that are no records are left out
 */
public record FileLook(SniffReport sniffed, List<ColumnLook> columns, RowPage rows) {

  public FileLook {
    columns = List.copyOf(columns);
  }
}
