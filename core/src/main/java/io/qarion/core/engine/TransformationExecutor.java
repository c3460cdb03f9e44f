package io.qarion.core.engine;

import io.qarion.core.progress.StepStatistics;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.TransformationInstruction;

/** Executes instructions on one kind of engine. */
public interface TransformationExecutor {

  /** Computes the rows and writes them; the table is there already. */
  StepStatistics execute(TransformationInstruction instruction, BatchContext batch);

  /** How many rows a query gives. */
  long count(Query query, BatchContext batch);
}
