package io.qarion.core.engine;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.progress.StepProfile;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.Query;

/** Work on a data store that takes effect as a whole; closing without committing undoes it. */
public interface EngineTransaction extends TransformationExecutor, AutoCloseable {

  /**
   * Makes the table of a dataset, or brings it up to date: added columns are added, widened types
   * converted, removed columns kept. Anything else is refused with a problem.
   */
  void prepare(Dataset dataset);

  /** Makes the table of a dataset anew and empty. */
  void rebuild(Dataset dataset);

  /** Gives a dataset's table another name, which is free. */
  void keepAs(Dataset dataset, String physicalName);

  /** Removes a dataset's table with all its rows; no table is no error. */
  void drop(Dataset dataset);

  /** Prepares a landing and takes files into it; one landing at a time. */
  LandingWriter landing(LandingRequest request);

  /** Makes the table of refused records ready, without those of a batch that is done again. */
  default void prepareRejects(LandingRequest request) {
    request
        .rejects()
        .ifPresent(rejects -> {
          prepare(rejects);
          removeBatch(rejects, request.batch().batchId());
        });
  }

  /** Deletes the rows of a batch, so that it can be written again; no table is no error. */
  void removeBatch(Dataset dataset, long batchId);

  /**
   * Writes the rows of a query to a new file, in the format's own way.
   *
   * @return rows written
   */
  long write(Query query, BatchContext batch, FileTarget target);

  /** What the statements so far have cost, where the engine can say. */
  default StepProfile profile() {
    return StepProfile.NONE;
  }

  /** The bookkeeping that takes effect with this transaction. */
  StoreLedger.Writer ledger();

  void commit();

  @Override
  void close();
}
