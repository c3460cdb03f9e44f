package io.qarion.core.lineage;

import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.TaskId;

/** A step among those of all flows. */
public record StepId(FlowId flow, TaskId step) {}
