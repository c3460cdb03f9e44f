package io.qarion.core.plan;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.flow.Flow;
import io.qarion.core.plugin.DatasetCatalog;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the flows of a project make, remembered from check to check: checking one flow of a thousand
 * must not make all others anew. A flow that did not change is not asked again until it is checked
 * itself. May be used by several threads.
 */
public final class GeneratedDatasets {

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_]+");

  private Map<FlowId, Made> known = Map.of();
  private DatasetCatalog declared = DatasetCatalog.EMPTY;

  /**
   * What a flow makes.
   *
   * @param alone while nothing is known of other flows
   * @param names the words of each name that others may call it or its datasets by
   * @param among when it is known what the others make alone; empty until it is needed
   */
  private record Made(
      Flow flow, List<Dataset> alone, List<Set<String>> names, Optional<List<Dataset>> among) {

    static Made of(Flow flow, List<Dataset> alone) {
      List<Set<String>> names =
          Stream.of(
                  Stream.of(flow.id().value()),
                  alone.stream().map(dataset -> dataset.name().value()),
                  flow.tasks().stream()
                      .flatMap(task -> task.target().stream())
                      .map(DatasetName::value))
              .flatMap(all -> all)
              .map(GeneratedDatasets::words)
              .toList();
      return new Made(flow, alone, names, Optional.empty());
    }

    Made with(Optional<List<Dataset>> nowAmong) {
      return new Made(flow, alone, names, nowAmong);
    }

    /** Of a flow that a text does not even name, it matters only that its datasets exist. */
    boolean isNamedIn(Set<String> text) {
      return names.stream().anyMatch(text::containsAll);
    }
  }

  /** Asks every flow again, since something else than flows has changed, such as files. */
  public synchronized void forget() {
    known = Map.of();
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
      known = Map.of();
      declared = declaredNow;
    }
    Map<FlowId, Made> asked = ask(id, flows, compiler);
    if (asked.size() < flows.size() || isShared(id, asked)) {
      // What another flow makes of a dataset can't be told from what this one makes of it.
      return compiler.generated(others, declared);
    }
    known = asked;
    Set<String> text =
        flows.stream()
            .filter(flow -> flow.id().equals(id))
            .findFirst()
            .map(flow -> words(flow.toString()))
            .orElse(Set.of());
    var made = new ArrayList<Dataset>();
    for (Made other : others.stream().map(flow -> made(flow.id())).toList()) {
      boolean needed = text.isEmpty() || other.isNamedIn(text);
      made.addAll(needed ? among(other.flow().id(), compiler) : other.alone());
    }
    return declared.with(made);
  }

  private static Set<String> words(String text) {
    return NO_WORD
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  private Made made(FlowId id) {
    return Objects.requireNonNull(known.get(id), id.value());
  }

  /** What each makes alone; what one makes among the others holds while these make the same. */
  private Map<FlowId, Made> ask(FlowId id, List<Flow> flows, FlowCompiler compiler) {
    var asked = new LinkedHashMap<FlowId, Made>();
    boolean same = known.size() == flows.size();
    for (Flow flow : flows) {
      Optional<Made> before = Optional.ofNullable(known.get(flow.id()));
      boolean kept = !flow.id().equals(id) && before.filter(of(flow)).isPresent();
      Made now = kept ? before.get() : Made.of(flow, compiler.compile(flow, declared).datasets());
      same &= before.filter(old -> old.alone().equals(now.alone())).isPresent();
      asked.put(flow.id(), now);
    }
    if (!same) {
      asked.replaceAll((_, made) -> made.with(Optional.empty()));
    }
    return asked;
  }

  private static Predicate<Made> of(Flow flow) {
    return made -> made.flow().equals(flow);
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

  private List<Dataset> among(FlowId id, FlowCompiler compiler) {
    Made made = made(id);
    if (made.among().isPresent()) {
      return made.among().get();
    }
    var others = new ArrayList<Dataset>();
    known.forEach((other, its) -> {
      if (!other.equals(id)) {
        others.addAll(its.alone());
      }
    });
    List<Dataset> among = compiler.compile(made.flow(), declared.with(others)).datasets();
    known.put(id, made.with(Optional.of(among)));
    return among;
  }
}
