package io.qarion.plugins.flows.scd2;

import io.qarion.core.flow.Flow;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.problem.TaskId;
import io.qarion.plugins.flows.common.FlowStep;
import io.qarion.plugins.flows.common.LandingFlowPlugin;
import io.qarion.plugins.flows.common.LandingStep;
import java.util.List;
import java.util.Set;

/** Keeps each version of each record with the time it holds: a dimension of type 2. */
public final class Scd2Plugin extends LandingFlowPlugin {

  static final TaskId STEP = new TaskId("scd2");

  @Override
  public String flowType() {
    return "scd2";
  }

  @Override
  public String name() {
    return "History of versions (SCD2)";
  }

  @Override
  public String description() {
    return "Keeps each version of each record with the time from when and until when it holds.";
  }

  @Override
  protected List<PropertyDeclaration> ownProperties() {
    return Scd2Settings.declarations();
  }

  @Override
  protected boolean needsKey() {
    return true;
  }

  @Override
  protected void check(FlowContext context) {
    new Scd2Settings(context.flow()).check(context);
  }

  @Override
  protected List<FlowStep> steps(Flow flow, LandingStep landing) {
    var strategy = new LandingToScd2Strategy(flow, new Scd2Settings(flow), landing);
    return List.of(
        new FlowStep(
            STEP,
            "Keep versions",
            Set.of(landing.landingName()),
            List.of(strategy.history()),
            strategy.instructions(STEP)));
  }
}
