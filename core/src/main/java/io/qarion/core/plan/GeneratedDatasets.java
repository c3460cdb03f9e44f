package io.qarion.core.plan;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.flow.Flow;
import io.qarion.core.plugin.DatasetCatalog;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the flows of a project make, remembered from check to check: checking one flow of a thousand
 * must not make all others anew. A flow that did not change is not asked again until it is checked
 * itself. May be used by several threads.
 */
public final class GeneratedDatasets {

  private Map<FlowId, Made> known = new LinkedHashMap<>();
  private DatasetCatalog declared = DatasetCatalog.EMPTY;

  /**
   * What a flow makes.
   *
   * @param alone while nothing is known of other flows
   * @param among when all is known that it reads of others; empty until it is needed
   */
  private record Made(
      Flow flow, List<Dataset> alone, FlowReferences.Words words, Optional<List<Dataset>> among) {

    static Made of(Flow flow, List<Dataset> alone) {
      return new Made(flow, alone, FlowReferences.Words.of(flow, alone), Optional.empty());
    }

    Made with(Optional<List<Dataset>> nowAmong) {
      return new Made(flow, alone, words, nowAmong);
    }

    boolean isAs(Made other) {
      return flow.equals(other.flow) && alone.equals(other.alone);
    }

    /** The best that is known by now. */
    List<Dataset> datasets() {
      return among.orElse(alone);
    }
  }

  /** Asks every flow again, since something else than flows has changed, such as files. */
  public synchronized void forget() {
    known = new LinkedHashMap<>();
  }

  /**
   * Declared datasets, and those that the flows make but for one of them.
   *
   * @param flows all that can be read
   * @param id of the flow that is checked, which is asked anew
   */
  public synchronized DatasetCatalog without(
      FlowId id, List<Flow> flows, DatasetCatalog declaredNow, FlowCompiler compiler) {
    List<Flow> others = flows.stream().filter(flow -> !flow.id().equals(id)).toList();
    if (!declaredNow.equals(declared)) {
      forget();
      declared = declaredNow;
    }
    if (others.isEmpty()) {
      return declared;
    }
    Map<FlowId, Made> asked = ask(id, flows, compiler);
    if (asked.size() < flows.size() || isShared(id, asked)) {
      // What another flow makes of a dataset can't be told from what this one makes of it.
      return compiler.generated(others, declared);
    }
    known = asked;
    settle(id, compiler);
    return declared.with(
        others.stream().flatMap(other -> made(other.id()).datasets().stream()).toList());
  }

  private Made made(FlowId id) {
    return Objects.requireNonNull(known.get(id), id.value());
  }

  /** What each makes alone; what one makes among others holds while these are the same. */
  private Map<FlowId, Made> ask(FlowId id, List<Flow> flows, FlowCompiler compiler) {
    var asked = new LinkedHashMap<FlowId, Made>();
    var changed = new ArrayList<FlowId>();
    for (Flow flow : flows) {
      Optional<Made> before = Optional.ofNullable(known.get(flow.id()));
      boolean kept =
          !flow.id().equals(id) && before.filter(made -> made.flow().equals(flow)).isPresent();
      Made now = kept ? before.get() : Made.of(flow, compiler.compile(flow, declared).datasets());
      if (before.filter(now::isAs).isPresent()) {
        asked.put(flow.id(), before.get());
      } else {
        asked.put(flow.id(), now);
        changed.add(flow.id());
      }
    }
    if (!asked.keySet().equals(known.keySet())) {
      asked.replaceAll((_, made) -> made.with(Optional.empty()));
    } else if (!changed.isEmpty()) {
      for (FlowId reader : references(asked).readersOf(changed)) {
        asked.computeIfPresent(reader, (_, made) -> made.with(Optional.empty()));
      }
    }
    return asked;
  }

  private static FlowReferences references(Map<FlowId, Made> flows) {
    var words = new LinkedHashMap<FlowId, FlowReferences.Words>();
    flows.forEach((id, made) -> words.put(id, made.words()));
    return new FlowReferences(words);
  }

  private static boolean isShared(FlowId id, Map<FlowId, Made> asked) {
    var own = new HashSet<DatasetName>();
    Optional.ofNullable(asked.get(id))
        .ifPresent(made -> made.alone().forEach(dataset -> own.add(dataset.name())));
    return asked.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(id))
        .flatMap(entry -> entry.getValue().alone().stream())
        .anyMatch(dataset -> own.contains(dataset.name()));
  }

  /**
   * Finds what the flows make that one reads, directly or by way of others. Each is made anew until
   * nothing that it names has changed: flows may read each other in turn, dataset by dataset.
   */
  private void settle(FlowId id, FlowCompiler compiler) {
    Map<FlowId, Set<FlowId>> open = unsettled(id);
    Map<FlowId, List<Dataset>> now = new LinkedHashMap<>();
    open.keySet().forEach(flow -> now.put(flow, made(flow).alone()));
    Set<FlowId> changed = new LinkedHashSet<>(known.keySet());
    for (int pass = 0; pass <= open.size() && !changed.isEmpty(); pass++) {
      Map<FlowId, List<Dataset>> next = new LinkedHashMap<>();
      for (var entry : open.entrySet()) {
        if (entry.getValue().stream().anyMatch(changed::contains)) {
          next.put(entry.getKey(), compiled(entry.getKey(), now, compiler));
        }
      }
      next.entrySet().removeIf(entry -> entry.getValue().equals(now.get(entry.getKey())));
      now.putAll(next);
      changed = next.keySet();
    }
    now.forEach((flow, datasets) ->
        known.computeIfPresent(flow, (_, made) -> made.with(Optional.of(datasets))));
  }

  private List<Dataset> compiled(FlowId id, Map<FlowId, List<Dataset>> now, FlowCompiler compiler) {
    var others = new ArrayList<Dataset>();
    known.forEach((other, made) -> {
      if (!other.equals(id)) {
        others.addAll(now.getOrDefault(other, made.datasets()));
      }
    });
    return compiler.compile(made(id).flow(), declared.with(others)).datasets();
  }

  /** The flows whose datasets are yet to be found for one, with those that each names. */
  private Map<FlowId, Set<FlowId>> unsettled(FlowId id) {
    FlowReferences references = references(known);
    var open = new LinkedHashMap<FlowId, Set<FlowId>>();
    var waiting = new ArrayDeque<>(known.containsKey(id) ? references.of(id) : known.keySet());
    while (!waiting.isEmpty()) {
      FlowId flow = waiting.remove();
      if (!flow.equals(id) && !open.containsKey(flow) && made(flow).among().isEmpty()) {
        Set<FlowId> named = references.of(flow);
        open.put(flow, named);
        waiting.addAll(named);
      }
    }
    if (open.values().stream().anyMatch(named -> named.contains(id))) {
      open.put(id, references.of(id));
    }
    return open;
  }
}
