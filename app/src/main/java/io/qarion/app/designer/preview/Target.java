package io.qarion.app.designer.preview;

import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.TaskId;
import java.util.Optional;

/**
 * The step that is looked at.
 *
 * @param name as shown
 * @param rule the visual step inside it after which the rows are looked at; empty for the last
 */
public record Target(FlowId flow, TaskId step, String name, Optional<Integer> rule) {}
