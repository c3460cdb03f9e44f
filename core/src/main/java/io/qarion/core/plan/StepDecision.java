package io.qarion.core.plan;

import io.qarion.core.file.PlannedFile;
import java.util.List;

/**
 * Whether a step of a batch runs, and why.
 *
 * @param reason in a sentence
 * @param fingerprint of the result it has or will have
 * @param files what an ingestion will read
 */
public record StepDecision(
    boolean runs, String reason, String fingerprint, List<PlannedFile> files) {

  public StepDecision {
    files = List.copyOf(files);
  }
}
