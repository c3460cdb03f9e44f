package io.qarion.plugins.flows.changefeed;

import io.qarion.core.flow.Flow;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.plugins.flows.common.FlowStep;
import io.qarion.plugins.flows.common.LandingFlowPlugin;
import io.qarion.plugins.flows.common.LandingStep;
import java.util.List;

/** Says which records are new, changed or deleted since the batch before. */
public final class ChangeFeedPlugin extends LandingFlowPlugin {

  @Override
  public String flowType() {
    return "change_feed";
  }

  @Override
  public String name() {
    return "Change feed";
  }

  @Override
  public String description() {
    return "Compares each delivery with the one before and lists new, changed and deleted records.";
  }

  @Override
  protected List<PropertyDeclaration> ownProperties() {
    return ChangeFeedSettings.declarations();
  }

  @Override
  protected boolean needsKey() {
    return true;
  }

  @Override
  protected void check(FlowContext context) {
    new ChangeFeedSettings(context.flow()).check(context);
  }

  @Override
  protected List<FlowStep> steps(Flow flow, LandingStep landing) {
    return List.of(ChangeDetection.of(flow, landing).step());
  }
}
