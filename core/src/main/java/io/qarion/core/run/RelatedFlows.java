package io.qarion.core.run;

import io.qarion.core.call.FlowCall;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The flows that a flow runs, and those that run it: what one makes for the other is there as soon
 * as they run, so it is shown before.
 *
 * @param flows those whose variables mean the same in both
 * @param parameters the values of all their variables
 */
record RelatedFlows(List<CompiledFlow> flows, Map<String, Object> parameters) {

  RelatedFlows {
    flows = List.copyOf(flows);
    parameters = Map.copyOf(parameters);
  }

  /**
   * Those of a flow.
   *
   * @param all of the project, as far as they are known
   * @param own values of the flow's variables
   */
  static RelatedFlows of(CompiledFlow flow, Collection<CompiledFlow> all, Map<String, Object> own) {
    var related = new ArrayList<CompiledFlow>();
    Map<String, Object> parameters = new LinkedHashMap<>(own);
    for (CompiledFlow other : all) {
      Optional<Map<String, Object>> values =
          calls(flow, other.flow().id())
              .map(call -> called(other, call, own))
              .or(() -> calls(other, flow.flow().id()).map(_ -> other.flow().variables().values()));
      if (values.isPresent() && fits(values.get(), parameters)) {
        related.add(other);
        parameters.putAll(values.get());
      }
    }
    return new RelatedFlows(related, parameters);
  }

  private static Optional<FlowCall> calls(CompiledFlow caller, FlowId called) {
    return caller.works().values().stream()
        .flatMap(
            work -> work instanceof StepWork.Call(FlowCall call, _) ? Stream.of(call) : Stream.of())
        .filter(call -> call.flow().equals(called))
        .findFirst();
  }

  private static Map<String, Object> called(
      CompiledFlow other, FlowCall call, Map<String, Object> own) {
    Map<String, Object> values = new LinkedHashMap<>(other.flow().variables().values());
    values.putAll(call.values(own));
    return values;
  }

  private static boolean fits(Map<String, Object> values, Map<String, Object> known) {
    return values.entrySet().stream()
        .allMatch(entry ->
            Objects.equals(entry.getValue(), known.getOrDefault(entry.getKey(), entry.getValue())));
  }

  /** The flow that makes a dataset. */
  Optional<CompiledFlow> maker(DatasetName dataset) {
    return flows.stream()
        .filter(
            flow -> flow.dag().steps().stream().anyMatch(node -> node.writes().contains(dataset)))
        .findFirst();
  }
}
