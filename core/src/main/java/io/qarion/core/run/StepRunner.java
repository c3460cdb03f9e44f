package io.qarion.core.run;

import io.qarion.core.plugin.StepWork;
import io.qarion.core.progress.StepStatistics;

/** Carries out the work of a step, whatever kind it is. */
final class StepRunner {

  private final LoadStep loads;
  private final TransformStep transforms;
  private final CheckStep checks;
  private final ExportStep exports;
  private final RelayStep relays;
  private final CallStep calls;

  StepRunner(RunEnvironment environment, CallStep calls) {
    this.loads = new LoadStep(environment);
    this.transforms = new TransformStep(environment);
    this.checks = new CheckStep(environment);
    this.exports = new ExportStep(environment);
    this.relays = new RelayStep(environment);
    this.calls = calls;
  }

  StepStatistics run(StepWork work, StepRun run) {
    return switch (work) {
      case StepWork.Load load -> loads.run(load, run);
      case StepWork.Transform transform -> transforms.run(transform, run);
      case StepWork.Check check -> checks.run(check, run);
      case StepWork.Export export -> exports.run(export, run);
      case StepWork.Relay relay -> relays.run(relay, run);
      case StepWork.Call call -> calls.run(call, run);
    };
  }
}
