package io.qarion.app.designer.inspector;

import io.qarion.core.problem.TaskId;

/**
 * A visual step among those of its task.
 *
 * @param index from 0
 * @param count how many there are
 * @param off whether it is switched off
 */
record RulePlace(TaskId task, int index, int count, boolean off) {}
