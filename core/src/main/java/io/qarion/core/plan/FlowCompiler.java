package io.qarion.core.plan;

import io.qarion.core.check.FlowChecks;
import io.qarion.core.check.PhysicalNames;
import io.qarion.core.dag.FlowDag;
import io.qarion.core.dag.FlowDagBuilder;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.flow.Flow;
import io.qarion.core.plugin.DatasetCatalog;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.FlowPlugin;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.plugin.SchemaProbe;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.QuickFix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns flows into datasets, graph and instructions, and finds what is wrong with them. */
public final class FlowCompiler {

  private final Plugins plugins;
  private final SchemaProbe probe;

  public FlowCompiler(Plugins plugins, SchemaProbe probe) {
    this.plugins = plugins;
    this.probe = probe;
  }

  /**
   * One flow.
   *
   * @param datasets those declared in files, and those that other flows make
   */
  public CompiledFlow compile(Flow flow, DatasetCatalog datasets) {
    Optional<FlowPlugin> plugin = plugins.flow(flow.flowType());
    if (plugin.isEmpty()) {
      return refused(flow, unknownType(flow));
    }
    var context = new FlowContext(flow, datasets, plugins.taskTypes(), plugins.ruleTypes(), probe);
    FlowChecks.all().forEach(check -> check.check(plugin.get(), context));
    if (context.problems().stream().anyMatch(problem -> problem.code().equals("setting.type"))) {
      return refused(flow, context.problems());
    }
    try {
      return compile(plugin.get(), context);
    } catch (QarionException e) {
      var problems = new ArrayList<>(context.problems());
      problems.addAll(e.problems());
      return refused(flow, problems);
    }
  }

  /**
   * The datasets that flows make, where they can be known. The second pass sees what the first
   * found of the other flows; its own datasets a flow makes anew, they are not declared.
   *
   * @param declared those of the project's files
   */
  public DatasetCatalog generated(List<Flow> flows, DatasetCatalog declared) {
    List<List<Dataset>> made = flows.stream().map(_ -> List.<Dataset>of()).toList();
    for (int pass = 0; pass < 2; pass++) {
      var next = new ArrayList<List<Dataset>>();
      for (int i = 0; i < flows.size(); i++) {
        next.add(compile(flows.get(i), ofOthers(made, i, declared)).datasets());
      }
      made = next;
    }
    return declared.with(made.stream().flatMap(List::stream).toList());
  }

  private static DatasetCatalog ofOthers(
      List<List<Dataset>> made, int own, DatasetCatalog declared) {
    var others = new ArrayList<Dataset>();
    for (int i = 0; i < made.size(); i++) {
      if (i != own) {
        others.addAll(made.get(i));
      }
    }
    return declared.with(others);
  }

  private static CompiledFlow compile(FlowPlugin plugin, FlowContext context) {
    List<Dataset> datasets = plugin.generateDatasets(context);
    PhysicalNames.check(datasets, context.datasets()).forEach(context::report);
    DatasetCatalog known = context.datasets().with(datasets);
    FlowDag dag = plugin.generateDag(context, known);
    var works = plugin.generateTransformationInstructions(context, known);
    return new CompiledFlow(context.flow(), datasets, dag, works, context.problems());
  }

  private List<Problem> unknownType(Flow flow) {
    List<String> types = plugins.flows().stream().map(FlowPlugin::flowType).toList();
    return List.of(
        Problem.error(
                "flow.type",
                Place.of("flow_type"),
                "There is no flow type '%s'.".formatted(flow.flowType()),
                "Write one of: " + String.join(", ", types) + ".")
            .with(QuickFix.replacements("flow_type", flow.flowType(), types)));
  }

  private static CompiledFlow refused(Flow flow, List<Problem> problems) {
    return new CompiledFlow(flow, List.of(), new FlowDagBuilder().build(), Map.of(), problems);
  }
}
