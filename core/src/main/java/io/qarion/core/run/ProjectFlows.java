package io.qarion.core.run;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.flow.Flow;
import io.qarion.core.flow.Settings;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plan.EngineNeeds;
import io.qarion.core.plan.FlowCalls;
import io.qarion.core.plan.FlowCompiler;
import io.qarion.core.plan.GeneratedDatasets;
import io.qarion.core.plan.SharedTargets;
import io.qarion.core.plugin.DatasetCatalog;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.plugin.SchemaProbe;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.NearestName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.toml.ElementPlaces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The flows of a project, compiled and checked. */
public final class ProjectFlows {

  private final ProjectModel model;
  private final Plugins plugins;
  private final FlowCompiler compiler;
  private final DatasetCatalog declared;
  private final GeneratedDatasets generated;

  public ProjectFlows(ProjectModel model, Plugins plugins, SchemaProbe probe) {
    this(model, plugins, probe, new GeneratedDatasets());
  }

  /**
   * @param generated what was made of the flows before
   */
  public ProjectFlows(
      ProjectModel model, Plugins plugins, SchemaProbe probe, GeneratedDatasets generated) {
    this.model = model;
    this.generated = generated;
    this.plugins = plugins;
    this.compiler = new FlowCompiler(plugins, probe);
    var datasets = new ArrayList<Dataset>();
    model.datasets().forEach(stored -> datasets.add(stored.dataset()));
    this.declared = DatasetCatalog.EMPTY.with(datasets);
  }

  /** All flows as written. */
  public List<StoredFlow> all() {
    return model.flows();
  }

  /** A flow as written. */
  public StoredFlow stored(FlowId id) {
    return model.flows().stream()
        .filter(flow -> flow.id().equals(id))
        .findFirst()
        .orElseThrow(() -> unknown(id));
  }

  /** A flow with all that comes of it; problems stand at their places in its file. */
  public CompiledFlow compile(FlowId id) {
    StoredFlow stored = stored(id);
    return compile(stored, catalogWithout(id));
  }

  /** Everything that is wrong with the project, file by file. */
  public List<Problem> problems() {
    var problems = new ArrayList<>(model.problems());
    for (StoredFlow stored : model.flows()) {
      if (!stored.hasErrors()) {
        CompiledFlow compiled = compile(stored, catalogWithout(stored.id()));
        compiled.problems().stream()
            .filter(problem -> !stored.problems().contains(problem))
            .forEach(problems::add);
      }
    }
    return problems;
  }

  private CompiledFlow compile(StoredFlow stored, DatasetCatalog datasets) {
    CompiledFlow compiled = compiler.compile(withVariables(stored.flow()), datasets);
    var places = new ElementPlaces(stored.document());
    var problems = new ArrayList<>(stored.problems());
    var found = new ArrayList<>(compiled.problems());
    found.addAll(
        SharedTargets.of(stored.flow(), model.flows().stream().map(StoredFlow::flow).toList()));
    found.addAll(
        new FlowCalls(model.flows().stream().map(StoredFlow::flow).toList()).problems(compiled));
    plugins
        .engineNamed(model.settings().engine())
        .ifPresent(
            engine -> found.addAll(EngineNeeds.lacking(compiled, engine, plugins.engines())));
    for (Problem problem : found) {
      problems.add(problem.place().file().isEmpty() ? places.locate(problem) : problem);
    }
    return new CompiledFlow(
        compiled.flow(), compiled.datasets(), compiled.dag(), compiled.works(), problems);
  }

  /** Declared datasets and those that the other flows make. */
  private DatasetCatalog catalogWithout(FlowId id) {
    List<Flow> flows =
        model.flows().stream()
            .filter(flow -> !flow.hasErrors())
            .map(StoredFlow::flow)
            .map(this::withVariables)
            .toList();
    return generated.without(id, flows, declared, compiler);
  }

  private Flow withVariables(Flow flow) {
    Map<String, Object> variables = new LinkedHashMap<>(model.settings().variables().values());
    variables.putAll(flow.variables().values());
    return flow.withVariables(Settings.of(variables));
  }

  private QarionException unknown(FlowId id) {
    List<String> known = model.flows().stream().map(flow -> flow.id().value()).toList();
    return new QarionException(
        Problem.error(
            "flow.unknown",
            Place.UNKNOWN,
            "The project has no flow '%s'.".formatted(id),
            NearestName.hint(id.value(), known, "flows")));
  }
}
