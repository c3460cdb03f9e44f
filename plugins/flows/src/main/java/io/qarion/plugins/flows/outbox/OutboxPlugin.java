package io.qarion.plugins.flows.outbox;

import io.qarion.core.dag.DagNode;
import io.qarion.core.dag.FlowDag;
import io.qarion.core.dag.FlowDagBuilder;
import io.qarion.core.dag.StepType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.outbox.OutboxColumns;
import io.qarion.core.plugin.DatasetCatalog;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.FlowPlugin;
import io.qarion.core.plugin.LoadDeclarations;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.TaskId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes an event of each row that comes, and delivers the events until they are accepted. */
public final class OutboxPlugin implements FlowPlugin {

  private static final TaskId RELAY = new TaskId("relay");

  @Override
  public String flowType() {
    return "outbox";
  }

  @Override
  public String name() {
    return "Outbox";
  }

  @Override
  public String description() {
    return "Makes an event of each new row, and delivers the events to files or to an address until"
        + " they are accepted.";
  }

  @Override
  public List<PropertyDeclaration> properties() {
    var declared = new ArrayList<>(OutboxSettings.declarations());
    declared.addAll(OutboxSettings.publisherDeclarations());
    declared.addAll(LoadDeclarations.below("load."));
    return declared;
  }

  @Override
  public List<Dataset> generateDatasets(FlowContext context) {
    return OutboxSource.of(context).checked(context, outbox(context));
  }

  @Override
  public FlowDag generateDag(FlowContext context, DatasetCatalog datasets) {
    Dataset outbox = outbox(context);
    OutboxSource source = OutboxSource.of(context);
    var builder = new FlowDagBuilder().existing(datasets.datasets().keySet());
    builder.step(source.node(outbox));
    if (new OutboxSettings(context.flow()).delivers()) {
      builder
          .step(
              new DagNode(
                  RELAY,
                  StepType.RELAY,
                  "Deliver events",
                  Set.of(outbox.name()),
                  Set.of(),
                  "properties.publisher"))
          .dependency(RELAY, source.step());
    }
    builder.problems().forEach(context::report);
    return builder.build();
  }

  @Override
  public Map<TaskId, StepWork> generateTransformationInstructions(
      FlowContext context, DatasetCatalog datasets) {
    Dataset outbox = outbox(context);
    OutboxSource source = OutboxSource.of(context);
    var settings = new OutboxSettings(context.flow());
    var works = new LinkedHashMap<TaskId, StepWork>();
    source.work(context, outbox).ifPresent(work -> works.put(source.step(), work));
    if (settings.delivers()) {
      works.put(
          RELAY,
          new StepWork.Relay(
              outbox, settings.topicPrefix(), settings.publisher(), "properties.publisher"));
    }
    return works;
  }

  private static Dataset outbox(FlowContext context) {
    return OutboxColumns.dataset(
        new DatasetName(context.flow().id() + "_outbox"), context.flow().namespace());
  }
}
