package io.qarion.app.designer.canvas;

import io.qarion.core.problem.TaskId;

/** Rows that go from one step to another. */
public record CanvasEdge(TaskId from, TaskId to) {}
