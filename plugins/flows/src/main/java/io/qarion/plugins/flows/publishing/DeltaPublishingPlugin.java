package io.qarion.plugins.flows.publishing;

import io.qarion.core.flow.Flow;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.problem.TaskId;
import io.qarion.plugins.flows.changefeed.ChangeDetection;
import io.qarion.plugins.flows.common.FlowStep;
import io.qarion.plugins.flows.common.LandingFlowPlugin;
import io.qarion.plugins.flows.common.LandingStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Books each change as transactions, so that sums over time stay right, and publishes the result.
 */
public final class DeltaPublishingPlugin extends LandingFlowPlugin {

  private static final TaskId STEP = new TaskId("publish");

  @Override
  public String flowType() {
    return "delta_publishing";
  }

  @Override
  public String name() {
    return "Delta publishing";
  }

  @Override
  public String description() {
    return "Books what each delivery takes back and adds as transactions, and publishes the"
        + " records as they are now.";
  }

  @Override
  protected List<PropertyDeclaration> ownProperties() {
    var declared = new ArrayList<>(PublishingSettings.declarations());
    declared.addAll(ChangeDetection.declarations());
    return declared;
  }

  @Override
  protected boolean needsKey() {
    return true;
  }

  @Override
  protected void check(FlowContext context) {
    ChangeDetection.check(context);
    new PublishingSettings(context.flow()).check(context);
  }

  @Override
  protected List<FlowStep> steps(Flow flow, LandingStep landing) {
    var detection = ChangeDetection.of(flow, landing);
    var strategy =
        new ChangeFeedToDeltaTransactionStrategy(
            flow, new PublishingSettings(flow), landing.knownKeys(), detection.feed());
    return List.of(
        detection.step(),
        new FlowStep(
            STEP,
            "Book and publish",
            Set.of(detection.feed().name()),
            List.of(strategy.transactions(), strategy.published()),
            strategy.instructions(STEP)));
  }
}
