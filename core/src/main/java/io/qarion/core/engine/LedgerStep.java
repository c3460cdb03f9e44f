package io.qarion.core.engine;

import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.TaskId;

/** A step as a store remembers it, whether or not there still is one. */
public record LedgerStep(FlowId flow, TaskId step) {}
