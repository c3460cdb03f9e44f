package io.qarion.core.lineage;

import io.qarion.core.problem.DatasetName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The columns of all datasets that flows make, and what they are made of. */
public final class Lineage {

  public static final Lineage EMPTY = new Lineage(List.of());

  private final Map<ColumnId, List<Derivation>> made = new LinkedHashMap<>();
  private final Map<ColumnId, List<Derivation>> used = new HashMap<>();
  private final Map<ColumnId, List<ColumnUse>> uses = new HashMap<>();
  private final List<FileEnd> files = new ArrayList<>();
  private final Map<DatasetName, Set<String>> datasets = new LinkedHashMap<>();

  private Lineage(Collection<FlowLineage> flows) {
    for (FlowLineage flow : flows) {
      flow.derivations().forEach(this::add);
      flow.uses().forEach(use -> put(uses, use.column(), use));
      files.addAll(flow.files());
    }
  }

  /** All flows together. */
  public static Lineage of(Collection<FlowLineage> flows) {
    return new Lineage(flows);
  }

  private void add(Derivation derivation) {
    put(made, derivation.column(), derivation);
    know(derivation.column());
    for (ColumnId from : derivation.from()) {
      put(used, from, derivation);
      know(from);
    }
  }

  private void know(ColumnId column) {
    datasets.computeIfAbsent(column.dataset(), _ -> new LinkedHashSet<>()).add(column.column());
  }

  private static <K, V> void put(Map<K, List<V>> map, K key, V value) {
    map.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
  }

  /** The datasets with their columns. */
  public Map<DatasetName, List<String>> datasets() {
    var all = new LinkedHashMap<DatasetName, List<String>>();
    datasets.forEach((name, columns) -> all.put(name, List.copyOf(columns)));
    return all;
  }

  /** Every derivation there is. */
  public List<Derivation> derivations() {
    return made.values().stream().flatMap(List::stream).toList();
  }

  public boolean has(ColumnId column) {
    return datasets.getOrDefault(column.dataset(), Set.of()).contains(column.column());
  }

  /** Follows a column both ways, to its ends. */
  public ColumnTrace trace(ColumnId column) {
    var before = new LinkedHashSet<Derivation>();
    var after = new LinkedHashSet<Derivation>();
    Set<ColumnId> origins = walk(column, made, Derivation::from, before);
    Set<ColumnId> successors = walk(column, used, each -> Set.of(each.column()), after);
    List<FileEnd> ends =
        files.stream()
            .filter(file ->
                file.columns().stream()
                    .anyMatch((file.isWritten() ? successors : origins)::contains))
            .toList();
    return new ColumnTrace(column, List.copyOf(before), List.copyOf(after), ends);
  }

  /** The column with all that can be reached from it. */
  private static Set<ColumnId> walk(
      ColumnId start,
      Map<ColumnId, List<Derivation>> steps,
      Function<Derivation, Set<ColumnId>> onward,
      Set<Derivation> passed) {
    var reached = new LinkedHashSet<ColumnId>();
    Deque<ColumnId> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      ColumnId next = open.removeFirst();
      if (reached.add(next)) {
        for (Derivation derivation : steps.getOrDefault(next, List.of())) {
          passed.add(derivation);
          open.addAll(onward.apply(derivation));
        }
      }
    }
    return reached;
  }

  /** What would come of it if a column were gone; the nearest steps first. */
  public List<StepImpact> impact(ColumnId column) {
    var after = new LinkedHashSet<Derivation>();
    Set<ColumnId> gone = walk(column, used, each -> Set.of(each.column()), after);
    var steps = new LinkedHashSet<StepId>();
    after.forEach(derivation -> steps.add(derivation.step()));
    gone.forEach(each -> uses.getOrDefault(each, List.of()).forEach(use -> steps.add(use.step())));
    files.stream()
        .filter(file -> file.isWritten() && meets(file.columns(), gone))
        .forEach(file -> steps.add(file.step()));
    return steps.stream().map(step -> impact(step, gone, after)).toList();
  }

  private StepImpact impact(StepId step, Set<ColumnId> gone, Set<Derivation> after) {
    var columns = new LinkedHashSet<ColumnId>();
    var lost = new LinkedHashSet<ColumnId>();
    var elements = new LinkedHashSet<String>();
    for (Derivation derivation : after) {
      if (derivation.step().equals(step)) {
        derivation.from().stream().filter(gone::contains).forEach(columns::add);
        lost.add(derivation.column());
      }
    }
    for (ColumnId each : gone) {
      for (ColumnUse use : uses.getOrDefault(each, List.of())) {
        if (use.step().equals(step)) {
          columns.add(each);
          elements.add(use.element());
        }
      }
    }
    List<FileEnd> written =
        files.stream()
            .filter(file -> file.isWritten() && file.step().equals(step))
            .filter(file -> meets(file.columns(), gone))
            .toList();
    written.forEach(file -> file.columns().stream().filter(gone::contains).forEach(columns::add));
    return new StepImpact(
        step, columns, lost, List.copyOf(elements), written.stream().map(FileEnd::path).toList());
  }

  private static boolean meets(Set<ColumnId> columns, Set<ColumnId> others) {
    return columns.stream().anyMatch(others::contains);
  }
}
