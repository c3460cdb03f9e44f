package io.qarion.core.lineage;

import io.qarion.core.problem.DatasetName;

/** A column of a dataset. */
public record ColumnId(DatasetName dataset, String column) {

  @Override
  public String toString() {
    return dataset + "." + column;
  }
}
