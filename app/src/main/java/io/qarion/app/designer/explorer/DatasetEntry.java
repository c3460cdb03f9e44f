package io.qarion.app.designer.explorer;

import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.TaskId;
import java.util.Optional;

/**
 * A dataset as the explorer lists it.
 *
 * @param columns how many it has; empty where that is not known
 * @param maker the step that writes it; empty for one that no flow makes
 */
record DatasetEntry(DatasetName name, Optional<Integer> columns, Optional<Maker> maker) {

  /** A step of a flow. */
  record Maker(FlowId flow, TaskId step) {}
}
