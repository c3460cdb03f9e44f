package io.qarion.core.run;

import io.qarion.core.plan.RunOptions;
import io.qarion.core.problem.FlowId;
import io.qarion.core.progress.Cancellation;

/** Runs a flow for a step of another one, with a history of its own. */
@FunctionalInterface
interface FlowStarter {

  RunResult start(FlowId flow, RunOptions options, Cancellation cancellation);
}
