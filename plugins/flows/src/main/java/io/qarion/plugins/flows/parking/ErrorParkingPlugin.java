package io.qarion.plugins.flows.parking;

import io.qarion.core.dag.DagNode;
import io.qarion.core.dag.FlowDag;
import io.qarion.core.dag.FlowDagBuilder;
import io.qarion.core.dag.StepType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.plugin.CheckDeclarations;
import io.qarion.core.plugin.DatasetCatalog;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.FlowPlugin;
import io.qarion.core.plugin.LoadDeclarations;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.TaskId;
import io.qarion.core.quality.CheckScope;
import io.qarion.core.quality.QualityCheck;
import io.qarion.plugins.flows.common.LandingStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets good rows pass and parks the others, until somebody corrects them. */
public final class ErrorParkingPlugin implements FlowPlugin {

  private static final TaskId PARK = new TaskId("park");

  @Override
  public String flowType() {
    return "error_parking";
  }

  @Override
  public String name() {
    return "Error parking";
  }

  @Override
  public String description() {
    return "Lets rows pass that pass every check, and parks the others until they are corrected.";
  }

  @Override
  public List<PropertyDeclaration> properties() {
    var declared = new ArrayList<PropertyDeclaration>();
    declared.add(
        PropertyDeclaration.required(
            ParkingChecks.KEY,
            CheckDeclarations.ofSingleRows(),
            "Checks of single rows; a row that fails is parked."));
    declared.addAll(LoadDeclarations.below("load."));
    return declared;
  }

  @Override
  public List<Dataset> generateDatasets(FlowContext context) {
    var made = new ParkingDatasets(context.flow());
    made.staging().check(context, false);
    new ParkingChecks(context.flow(), context.checkScope(context.datasets())).check();
    var datasets = new ArrayList<>(made.staging().datasets());
    datasets.add(made.target());
    datasets.add(made.parking());
    datasets.add(made.corrections().handedIn());
    return datasets;
  }

  @Override
  public FlowDag generateDag(FlowContext context, DatasetCatalog datasets) {
    var made = new ParkingDatasets(context.flow());
    CheckScope scope = context.checkScope(datasets).silent();
    Set<DatasetName> reads = new LinkedHashSet<>();
    reads.add(made.staging().landingName());
    reads.addAll(new ParkingChecks(context.flow(), scope).reads());
    var builder =
        new FlowDagBuilder()
            .existing(datasets.datasets().keySet())
            .step(made.staging().node())
            .step(
                new DagNode(
                    PARK,
                    StepType.QUALITY_CHECK,
                    "Park bad rows",
                    reads,
                    Set.of(
                        made.target().name(),
                        made.parking().name(),
                        made.corrections().handedIn().name()),
                    "properties"))
            .dependency(PARK, LandingStep.ID);
    builder.problems().forEach(context::report);
    return builder.build();
  }

  @Override
  public Map<TaskId, StepWork> generateTransformationInstructions(
      FlowContext context, DatasetCatalog datasets) {
    var made = new ParkingDatasets(context.flow());
    CheckScope scope = context.checkScope(datasets).silent();
    List<QualityCheck> checks = new ParkingChecks(context.flow(), scope).sound();
    Map<TaskId, StepWork> works = new LinkedHashMap<>();
    works.put(LandingStep.ID, made.staging().work());
    if (made.input().size() > 0) {
      works.put(
          PARK,
          new StepWork.Transform(
              new ParkingStrategy(context.flow(), made, checks, scope.datasets()).group(PARK),
              Optional.of(made.corrections())));
    }
    return works;
  }
}
