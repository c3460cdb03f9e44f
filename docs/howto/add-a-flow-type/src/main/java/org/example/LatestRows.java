package org.example;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.flow.Flow;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.TaskId;
import io.qarion.core.transform.AtomicGroup;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.Write;
import io.qarion.plugins.flows.common.FlowStep;
import io.qarion.plugins.flows.common.LandingFlowPlugin;
import io.qarion.plugins.flows.common.LandingStep;
import java.util.List;
import java.util.Set;

/** Keeps of each record the row that came last. */
public final class LatestRows extends LandingFlowPlugin {

  private static final TaskId STEP = new TaskId("latest");

  @Override
  public String flowType() {
    return "latest_rows";
  }

  @Override
  public String name() {
    return "Latest rows";
  }

  @Override
  public String description() {
    return "Keeps of each record the row that came last.";
  }

  @Override
  protected List<PropertyDeclaration> ownProperties() {
    return List.of(
        PropertyDeclaration.optional(
            "dataset_name", Simple.TEXT, "latest", "What the dataset's name ends with."));
  }

  @Override
  protected boolean needsKey() {
    return true;
  }

  @Override
  protected void check(FlowContext context) {
    // what is declared is checked before; nothing here contradicts another setting
  }

  @Override
  protected List<FlowStep> steps(Flow flow, LandingStep landing) {
    String ending = flow.properties().text("dataset_name", "latest");
    Dataset latest =
        new Dataset(
            new DatasetName(flow.id() + "_" + ending),
            flow.namespace(),
            "The last row of each record.",
            flow.input().schema(),
            landing.knownKeys());
    var arrived =
        new TransformationSource(
            "arrived",
            new RowSource.Stored(landing.landing(), BatchRange.CURRENT),
            flow.input().schema());
    var instruction =
        new TransformationInstruction(
            STEP, Query.all(arrived), latest, Write.Merge.upsert(landing.knownKeys()));
    return List.of(
        new FlowStep(
            STEP,
            "Keep the latest",
            Set.of(landing.landingName()),
            List.of(latest),
            AtomicGroup.of(instruction)));
  }
}
