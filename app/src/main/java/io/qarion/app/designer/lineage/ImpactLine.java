package io.qarion.app.designer.lineage;

import io.qarion.core.lineage.StepId;

/**
 * What it would mean for a step that a column were gone, in words.
 *
 * @param isBroken whether the step could not run any more
 */
record ImpactLine(StepId step, boolean isBroken, String title, String words) {}
