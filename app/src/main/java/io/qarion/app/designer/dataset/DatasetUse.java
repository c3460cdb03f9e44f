package io.qarion.app.designer.dataset;

import io.qarion.app.designer.session.FlowDocument;
import io.qarion.core.problem.TaskId;

/**
 * A step that reads or writes a dataset.
 *
 * @param title name of the step
 */
record DatasetUse(FlowDocument flow, TaskId step, String title, boolean writes) {}
