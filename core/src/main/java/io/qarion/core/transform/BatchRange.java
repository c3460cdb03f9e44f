package io.qarion.core.transform;

/** Which batches of a stored dataset a query reads. */
public sealed interface BatchRange {

  BatchRange ALL = new All();
  BatchRange CURRENT = new Current();
  BatchRange PREVIOUS = new Previous();

  /** Every row, whether the dataset knows batches or not. */
  record All() implements BatchRange {}

  /** The rows of the batch that is running. */
  record Current() implements BatchRange {}

  /** The rows of the flow's last successful batch; none in its first. */
  record Previous() implements BatchRange {}

  /** The rows of one batch. */
  record One(long batchId) implements BatchRange {}

  /** The rows of batches after one and up to another, that one included. */
  record Between(long after, long upTo) implements BatchRange {}
}
