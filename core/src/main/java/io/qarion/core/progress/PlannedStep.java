package io.qarion.core.progress;

import io.qarion.core.problem.TaskId;

/**
 * A step as a run means to treat it.
 *
 * @param type such as {@code ingestion}
 * @param reason why it will run or not, in a sentence
 */
public record PlannedStep(TaskId step, String type, String title, boolean runs, String reason) {}
