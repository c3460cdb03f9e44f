package io.qarion.core.plan;

import io.qarion.core.call.CalledFlow;
import io.qarion.core.call.FlowCall;
import io.qarion.core.flow.Flow;
import io.qarion.core.flow.Task;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.NearestName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QuickFix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks at the flows that a flow runs: whether they are there, and do not run it in turn. */
public final class FlowCalls {

  private final Map<FlowId, Flow> all;

  public FlowCalls(Collection<Flow> all) {
    this.all =
        all.stream().collect(Collectors.toMap(Flow::id, Function.identity(), (first, _) -> first));
  }

  /** What is wrong with the flows that a flow runs. */
  public List<Problem> problems(CompiledFlow flow) {
    var problems = new ArrayList<Problem>();
    for (StepWork work : flow.works().values()) {
      if (work instanceof StepWork.Call(FlowCall call, String element)) {
        problem(flow.flow().id(), call.flow(), element + "." + CalledFlow.SETTING)
            .ifPresent(problems::add);
      }
    }
    return problems;
  }

  private Optional<Problem> problem(FlowId caller, FlowId called, String place) {
    if (!all.containsKey(called)) {
      List<String> known = all.keySet().stream().map(FlowId::value).sorted().toList();
      return Optional.of(
          Problem.error(
                  "flow.unknown",
                  Place.of(place),
                  "The project has no flow '%s'.".formatted(called),
                  NearestName.hint(called.value(), known, "flows"))
              .with(QuickFix.replacements(place, called.value(), known)));
    }
    List<FlowId> way = way(called, caller, new LinkedHashSet<>());
    if (way.isEmpty()) {
      return Optional.empty();
    }
    String circle =
        way.stream().map(id -> "'" + id + "'").collect(Collectors.joining(" → ", "", ""));
    return Optional.of(
        Problem.error(
            "flow.circle",
            Place.of(place),
            "Flows run each other in a circle: '%s' → %s.".formatted(caller, circle),
            "Take one of these tasks away."));
  }

  /** From one flow to another by the flows that each runs; empty if there is no way. */
  private List<FlowId> way(FlowId from, FlowId to, Set<FlowId> seen) {
    if (from.equals(to)) {
      return List.of(to);
    }
    Flow flow = all.get(from);
    if (flow == null || !seen.add(from)) {
      return List.of();
    }
    for (Task task : flow.tasks()) {
      Optional<FlowId> next = task.enabled() ? CalledFlow.of(task) : Optional.empty();
      if (next.isPresent()) {
        List<FlowId> rest = way(next.get(), to, seen);
        if (!rest.isEmpty()) {
          var way = new ArrayList<>(List.of(from));
          way.addAll(rest);
          return way;
        }
      }
    }
    return List.of();
  }
}
