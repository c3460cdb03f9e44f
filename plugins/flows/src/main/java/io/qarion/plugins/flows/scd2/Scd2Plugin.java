package io.qarion.plugins.flows.scd2;

import io.qarion.core.dag.DagNode;
import io.qarion.core.dag.FlowDag;
import io.qarion.core.dag.FlowDagBuilder;
import io.qarion.core.dag.StepType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.plugin.DatasetCatalog;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.FlowPlugin;
import io.qarion.core.plugin.LoadDeclarations;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.TaskId;
import io.qarion.plugins.flows.common.LandingStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps each version of each record with the time it holds: a dimension of type 2. */
public final class Scd2Plugin implements FlowPlugin {

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
  public List<PropertyDeclaration> properties() {
    var declared = new ArrayList<>(Scd2Settings.declarations());
    declared.addAll(LoadDeclarations.below("load."));
    declared.add(LoadDeclarations.landing("load."));
    return declared;
  }

  @Override
  public List<Dataset> generateDatasets(FlowContext context) {
    var landing = new LandingStep(context.flow());
    var settings = new Scd2Settings(context.flow());
    landing.check(context, true);
    settings.check(context);
    var datasets = new ArrayList<>(landing.datasets());
    if (!landing.knownKeys().isEmpty()) {
      datasets.add(new LandingToScd2Strategy(context.flow(), settings, landing).history());
    }
    return datasets;
  }

  @Override
  public FlowDag generateDag(FlowContext context, DatasetCatalog datasets) {
    var landing = new LandingStep(context.flow());
    var settings = new Scd2Settings(context.flow());
    var builder = new FlowDagBuilder().step(landing.node());
    if (!landing.knownKeys().isEmpty()) {
      Dataset history = new LandingToScd2Strategy(context.flow(), settings, landing).history();
      builder
          .step(
              new DagNode(
                  STEP,
                  StepType.TRANSFORMATION,
                  "Keep versions",
                  Set.of(landing.landingName()),
                  Set.of(history.name()),
                  "properties"))
          .dependency(STEP, LandingStep.ID);
    }
    builder.problems().forEach(context::report);
    return builder.build();
  }

  @Override
  public Map<TaskId, StepWork> generateTransformationInstructions(
      FlowContext context, DatasetCatalog datasets) {
    var landing = new LandingStep(context.flow());
    var settings = new Scd2Settings(context.flow());
    var works = new LinkedHashMap<TaskId, StepWork>();
    works.put(LandingStep.ID, landing.work());
    if (!landing.knownKeys().isEmpty()) {
      var strategy = new LandingToScd2Strategy(context.flow(), settings, landing);
      works.put(STEP, new StepWork.Transform(strategy.instructions(STEP)));
    }
    return works;
  }
}
