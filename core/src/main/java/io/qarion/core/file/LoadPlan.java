package io.qarion.core.file;

import java.util.List;

/**
 * What a load will read.
 *
 * @param batches the new files, a list for each batch to come; empty if there is nothing new
 * @param known files that match and were loaded before
 */
public record LoadPlan(List<List<PlannedFile>> batches, List<PlannedFile> known) {

  public LoadPlan {
    batches = batches.stream().map(List::copyOf).toList();
    known = List.copyOf(known);
  }

  public boolean isEmpty() {
    return batches.isEmpty();
  }

  /** All new files in the order of loading. */
  public List<PlannedFile> files() {
    return batches.stream().flatMap(List::stream).toList();
  }
}
