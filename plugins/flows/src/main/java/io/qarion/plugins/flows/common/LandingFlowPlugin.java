package io.qarion.plugins.flows.common;

import io.qarion.core.dag.FlowDag;
import io.qarion.core.dag.FlowDagBuilder;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.flow.Flow;
import io.qarion.core.plugin.DatasetCatalog;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.FlowPlugin;
import io.qarion.core.plugin.LoadDeclarations;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.TaskId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A type of flow that loads its files into a landing and computes datasets from it, in a row. */
public abstract class LandingFlowPlugin implements FlowPlugin {

  /** Settings beside those of the load. */
  protected abstract List<PropertyDeclaration> ownProperties();

  /** Whether the flow can't do without a primary key. */
  protected abstract boolean needsKey();

  /** Whether {@code landing = "direct"} may be chosen: what looks back no further than a batch. */
  protected boolean mayLandDirectly() {
    return true;
  }

  /** Reports settings that contradict one another or the input. */
  protected abstract void check(FlowContext context);

  /**
   * The steps after the landing, each after the one before; none as long as settings are missing
   * without which nothing can be said.
   */
  protected abstract List<FlowStep> steps(Flow flow, LandingStep landing);

  @Override
  public final List<PropertyDeclaration> properties() {
    var declared = new ArrayList<>(ownProperties());
    declared.addAll(LoadDeclarations.below("load."));
    if (mayLandDirectly()) {
      declared.add(LoadDeclarations.landing("load."));
    }
    return declared;
  }

  @Override
  public final List<Dataset> generateDatasets(FlowContext context) {
    var landing = new LandingStep(context.flow());
    landing.check(context, needsKey());
    check(context);
    var datasets = new ArrayList<>(landing.datasets());
    after(landing, context.flow()).forEach(step -> datasets.addAll(step.makes()));
    return datasets;
  }

  @Override
  public final FlowDag generateDag(FlowContext context, DatasetCatalog datasets) {
    var landing = new LandingStep(context.flow());
    var builder = new FlowDagBuilder().step(landing.node());
    TaskId last = LandingStep.ID;
    for (FlowStep step : after(landing, context.flow())) {
      builder.step(step.node()).dependency(step.id(), last);
      last = step.id();
    }
    builder.problems().forEach(context::report);
    return builder.build();
  }

  @Override
  public final Map<TaskId, StepWork> generateTransformationInstructions(
      FlowContext context, DatasetCatalog datasets) {
    var landing = new LandingStep(context.flow());
    var works = new LinkedHashMap<TaskId, StepWork>();
    works.put(LandingStep.ID, landing.work());
    after(landing, context.flow())
        .forEach(step -> works.put(step.id(), new StepWork.Transform(step.group())));
    return works;
  }

  private List<FlowStep> after(LandingStep landing, Flow flow) {
    return needsKey() && landing.knownKeys().isEmpty() ? List.of() : steps(flow, landing);
  }
}
