package io.qarion.app.designer.lineage;

import java.util.List;

/**
 * Something that has columns, as it is drawn.
 *
 * @param name of a dataset, or path of a file
 * @param columns that are shown; none where the box stands for all of them
 * @param all how many columns it has
 */
record Box(String name, boolean isFile, List<String> columns, int all) {

  Box {
    columns = List.copyOf(columns);
  }
}
