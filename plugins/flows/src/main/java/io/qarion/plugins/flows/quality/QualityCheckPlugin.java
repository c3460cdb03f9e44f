package io.qarion.plugins.flows.quality;

import io.qarion.core.dag.DagNode;
import io.qarion.core.dag.FlowDag;
import io.qarion.core.dag.FlowDagBuilder;
import io.qarion.core.dag.StepType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.flow.Settings;
import io.qarion.core.plugin.DatasetCatalog;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.FlowPlugin;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.TaskId;
import io.qarion.core.quality.CheckScope;
import io.qarion.core.quality.QualityRecords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks datasets of the project and keeps what was found, batch by batch. */
public final class QualityCheckPlugin implements FlowPlugin {

  private static final String SUITES = "quality_suites";

  @Override
  public String flowType() {
    return "quality_check";
  }

  @Override
  public String name() {
    return "Quality check";
  }

  @Override
  public String description() {
    return "Checks datasets in suites, keeps every result and the rows that fail.";
  }

  @Override
  public List<PropertyDeclaration> properties() {
    return List.of(
        PropertyDeclaration.required(
            SUITES, Simple.TABLES, "Suites, each with a data_source and its checks."));
  }

  @Override
  public List<Dataset> generateDatasets(FlowContext context) {
    List<SuiteDesign> suites = suites(context, context.checkScope(context.datasets()));
    if (context.flow().properties().tables(SUITES).isEmpty()) {
      context.report(
          Problem.error(
              "suite.missing",
              Place.of("properties"),
              "The flow checks nothing.",
              "Add [[properties.quality_suites]] with an id, a data_source and checks."));
    }
    suites.forEach(SuiteDesign::suite);
    return QualityRecords.of(context.flow()).datasets();
  }

  @Override
  public FlowDag generateDag(FlowContext context, DatasetCatalog datasets) {
    var builder = new FlowDagBuilder().existing(datasets.datasets().keySet());
    for (SuiteDesign suite : suites(context, silent(context, datasets))) {
      builder.step(
          new DagNode(
              suite.id(),
              StepType.QUALITY_CHECK,
              suite.title(),
              suite.reads(),
              Set.of(),
              suite.path()));
    }
    builder.problems().forEach(context::report);
    return builder.build();
  }

  @Override
  public Map<TaskId, StepWork> generateTransformationInstructions(
      FlowContext context, DatasetCatalog datasets) {
    Optional<QualityRecords> records = Optional.of(QualityRecords.of(context.flow()));
    Map<TaskId, StepWork> works = new LinkedHashMap<>();
    for (SuiteDesign suite : suites(context, silent(context, datasets))) {
      suite.suite().ifPresent(checks -> works.put(suite.id(), new StepWork.Check(checks, records)));
    }
    return works;
  }

  /** What is wrong has been reported with the datasets. */
  private static CheckScope silent(FlowContext context, DatasetCatalog datasets) {
    return context.checkScope(datasets).silent();
  }

  /** The suites that are switched on; one without a name, or with that of another, is reported. */
  private static List<SuiteDesign> suites(FlowContext context, CheckScope scope) {
    var suites = new ArrayList<SuiteDesign>();
    var ids = new HashSet<String>();
    for (Settings table : context.flow().properties().tables(SUITES)) {
      String id = table.text("id", "");
      if (id.isBlank() || !ids.add(id)) {
        scope
            .problems()
            .accept(
                Problem.error(
                    "suite.id",
                    Place.of(table.pathOf("id")),
                    id.isBlank() ? "The suite has no id." : "Two suites are named '" + id + "'.",
                    "Give each suite an id of its own."));
      } else if (table.flag("enabled", true)) {
        suites.add(new SuiteDesign(table, scope));
      }
    }
    return suites;
  }
}
