package io.qarion.core.transform;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.problem.TaskId;

/**
 * Rows to compute and the dataset to put them in. Columns of the query are matched with the
 * target's by name; a {@code batch_id} that the target has and the query lacks is filled with the
 * running batch.
 */
public record TransformationInstruction(TaskId step, Query query, Dataset target, Write write) {}
