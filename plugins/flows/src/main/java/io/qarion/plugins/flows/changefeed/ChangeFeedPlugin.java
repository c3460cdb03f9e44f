package io.qarion.plugins.flows.changefeed;

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

/** Says which records are new, changed or deleted since the batch before. */
public final class ChangeFeedPlugin implements FlowPlugin {

  static final TaskId STEP = new TaskId("change_feed");

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
  public List<PropertyDeclaration> properties() {
    var declared = new ArrayList<>(ChangeFeedSettings.declarations());
    declared.addAll(LoadDeclarations.below("load."));
    declared.add(LoadDeclarations.landing("load."));
    return declared;
  }

  @Override
  public List<Dataset> generateDatasets(FlowContext context) {
    var landing = new LandingStep(context.flow());
    var settings = new ChangeFeedSettings(context.flow());
    landing.check(context, true);
    settings.check(context);
    if (landing.knownKeys().isEmpty()) {
      return landing.datasets();
    }
    var datasets = new ArrayList<>(landing.datasets());
    var strategy = new LandingToChangeFeedStrategy(context.flow(), settings, landing);
    datasets.add(strategy.changeFeed());
    strategy.state().ifPresent(datasets::add);
    return datasets;
  }

  @Override
  public FlowDag generateDag(FlowContext context, DatasetCatalog datasets) {
    var landing = new LandingStep(context.flow());
    var settings = new ChangeFeedSettings(context.flow());
    var builder = new FlowDagBuilder().step(landing.node());
    if (!landing.knownKeys().isEmpty()) {
      var strategy = new LandingToChangeFeedStrategy(context.flow(), settings, landing);
      builder
          .step(
              new DagNode(
                  STEP,
                  StepType.TRANSFORMATION,
                  "Detect changes",
                  Set.of(landing.landingName()),
                  strategy.writes(),
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
    var settings = new ChangeFeedSettings(context.flow());
    var works = new LinkedHashMap<TaskId, StepWork>();
    works.put(LandingStep.ID, landing.work());
    if (!landing.knownKeys().isEmpty()) {
      var strategy = new LandingToChangeFeedStrategy(context.flow(), settings, landing);
      works.put(STEP, new StepWork.Transform(strategy.instructions(STEP)));
    }
    return works;
  }
}
