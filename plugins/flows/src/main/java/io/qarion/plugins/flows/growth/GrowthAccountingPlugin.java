package io.qarion.plugins.flows.growth;

import io.qarion.core.dataset.Column;
import io.qarion.core.flow.Flow;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.problem.TaskId;
import io.qarion.plugins.flows.common.FlowStep;
import io.qarion.plugins.flows.common.LandingFlowPlugin;
import io.qarion.plugins.flows.common.LandingStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says of each period who is new, stayed, came back and went. */
public final class GrowthAccountingPlugin extends LandingFlowPlugin {

  private static final TaskId PERIODS = new TaskId("entity_periods");
  private static final TaskId GROWTH = new TaskId("growth");

  @Override
  public String flowType() {
    return "growth_accounting";
  }

  @Override
  public String name() {
    return "Growth accounting";
  }

  @Override
  public String description() {
    return "Says of each period who is new, who stayed, who came back and who went, and for how"
        + " much.";
  }

  @Override
  protected List<PropertyDeclaration> ownProperties() {
    return GrowthSettings.declarations();
  }

  @Override
  protected boolean needsKey() {
    return false;
  }

  @Override
  protected boolean mayLandDirectly() {
    return false;
  }

  @Override
  protected void check(FlowContext context) {
    new GrowthSettings(context.flow()).check(context);
  }

  @Override
  protected List<FlowStep> steps(Flow flow, LandingStep landing) {
    var settings = new GrowthSettings(flow);
    Optional<Column> entity = settings.entity();
    Optional<Column> time = settings.time();
    if (entity.isEmpty() || time.isEmpty() || GrowthDatasets.OWN.contains(entity.get().name())) {
      return List.of();
    }
    var datasets = GrowthDatasets.of(flow, entity.get(), settings.value());
    var strategy =
        new LandingToGrowthStrategy(
            new PeriodRules(
                settings,
                entity.get(),
                time.get(),
                landing.landing(),
                flow.input().schema(),
                datasets.periods()),
            new GrowthRules(
                settings.period(), entity.get().name(), settings.value().isPresent(), datasets),
            datasets,
            entity.get(),
            time.get());
    return List.of(
        new FlowStep(
            PERIODS,
            "Find who was active",
            Set.of(landing.landingName()),
            List.of(datasets.periods()),
            strategy.periods(PERIODS)),
        new FlowStep(
            GROWTH,
            "Account for each period",
            Set.of(datasets.periods().name()),
            List.of(datasets.growth()),
            strategy.growth(GROWTH)));
  }
}
