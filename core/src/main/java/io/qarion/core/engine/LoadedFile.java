package io.qarion.core.engine;

import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.TaskId;

/**
 * A file that a batch has loaded.
 *
 * @param path relative to the project where it lies inside
 * @param sha256 of its content, hexadecimal
 * @param modified milliseconds since 1970
 */
public record LoadedFile(
    FlowId flow,
    TaskId step,
    long batchId,
    String path,
    String sha256,
    long size,
    long modified,
    long rows) {

  /** The same of another step. */
  public LoadedFile of(LedgerStep other) {
    return new LoadedFile(other.flow(), other.step(), batchId, path, sha256, size, modified, rows);
  }
}
