package io.qarion.app.designer.preview;

import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.TaskId;

/**
 * The step that is looked at.
 *
 * @param name as shown
 */
public record Target(FlowId flow, TaskId step, String name) {}
