package io.qarion.core.plugin;

import io.qarion.core.dataset.DataType;
import io.qarion.core.flow.Flow;
import io.qarion.core.problem.Problem;
import io.qarion.core.quality.CheckScope;
import io.qarion.core.transform.ParameterTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a flow plug-in works with, and where it reports what is wrong.
 *
 * <p>One context serves one compilation of one flow, in one thread.
 */
public final class FlowContext {

  private final Flow flow;
  private final DatasetCatalog datasets;
  private final TaskTypes taskTypes;
  private final RuleTypes ruleTypes;
  private final SchemaProbe probe;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param datasets those declared in files and those that other flows make
   */
  public FlowContext(
      Flow flow,
      DatasetCatalog datasets,
      TaskTypes taskTypes,
      RuleTypes ruleTypes,
      SchemaProbe probe) {
    this.flow = flow;
    this.datasets = datasets;
    this.taskTypes = taskTypes;
    this.ruleTypes = ruleTypes;
    this.probe = probe;
  }

  public Flow flow() {
    return flow;
  }

  public DatasetCatalog datasets() {
    return datasets;
  }

  public TaskTypes taskTypes() {
    return taskTypes;
  }

  public RuleTypes ruleTypes() {
    return ruleTypes;
  }

  public SchemaProbe probe() {
    return probe;
  }

  /** Types of the values that {@code :name} may stand for. */
  public Map<String, DataType> parameterTypes() {
    return ParameterTypes.of(flow.variables().values());
  }

  /**
   * What checks of rows work with.
   *
   * @param known datasets that checks may refer to
   */
  public CheckScope checkScope(DatasetCatalog known) {
    return new CheckScope(known.datasets(), parameterTypes(), probe::ofStatement, this::report);
  }

  public void report(Problem problem) {
    problems.add(problem);
  }

  /** Everything reported so far. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }
}
