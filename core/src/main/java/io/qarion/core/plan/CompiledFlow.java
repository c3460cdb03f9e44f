package io.qarion.core.plan;

import io.qarion.core.dag.FlowDag;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.flow.Flow;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.TaskId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A flow with all that its plug-in makes of it.
 *
 * @param works what each step does; a step that is wrong has none
 * @param problems everything found; places name elements of the flow
 */
public record CompiledFlow(
    Flow flow,
    List<Dataset> datasets,
    FlowDag dag,
    Map<TaskId, StepWork> works,
    List<Problem> problems) {

  public CompiledFlow {
    datasets = List.copyOf(datasets);
    works = Map.copyOf(new LinkedHashMap<>(works));
    problems = List.copyOf(problems);
  }

  public boolean canRun() {
    return problems.stream().noneMatch(Problem::isError);
  }

  public Optional<StepWork> work(TaskId step) {
    return Optional.ofNullable(works.get(step));
  }
}
