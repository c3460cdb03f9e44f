package io.qarion.app.designer.inspector;

import io.qarion.core.problem.TaskId;
import java.util.Optional;

/**
 * A visual step among those of its task.
 *
 * @param index from 0
 * @param count how many there are
 * @param off whether it is switched off
 * @param joined what a join names as its other side, which may be nothing yet; empty for other
 *     steps
 */
record RulePlace(TaskId task, int index, int count, boolean off, Optional<String> joined) {

  boolean isJoin() {
    return joined.isPresent();
  }
}
