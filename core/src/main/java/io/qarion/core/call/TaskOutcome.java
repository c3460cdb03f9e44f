package io.qarion.core.call;

import io.qarion.core.progress.RunStatus;

/** How a task ended, for conditions of those that come after it. */
public record TaskOutcome(RunStatus status, long rowsWritten) {}
