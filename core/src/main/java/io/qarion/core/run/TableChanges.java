package io.qarion.core.run;

import io.qarion.core.dag.DagNode;
import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Widening;
import io.qarion.core.engine.Batch;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.LandedBatch;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.AtomicGroup;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares the tables that a flow goes on writing with those that are stored. A table whose columns
 * can't become what they should be, or whose key is another one, is refused or put aside; with it
 * go the tables computed from it, since they speak of its rows.
 */
final class TableChanges {

  private final Engine engine;
  private final CompiledFlow flow;

  TableChanges(Engine engine, CompiledFlow flow) {
    this.engine = engine;
    this.flow = flow;
  }

  /**
   * Refuses tables that can't be gone on with.
   *
   * @param steps whose tables are not made anew anyway
   */
  void refuse(Set<TaskId> steps) {
    List<Problem> problems =
        found().entrySet().stream()
            .filter(entry -> steps.contains(entry.getKey()))
            .flatMap(entry -> entry.getValue().stream())
            .toList();
    if (!problems.isEmpty()) {
      throw new QarionException(problems);
    }
  }

  /**
   * Puts them aside instead, under the name with {@code _v1} or the next free number.
   *
   * @param open a batch that is not finished; it would lose the rows that it has already
   * @return what was put aside
   */
  List<Problem> putAside(Optional<Batch> open) {
    Set<TaskId> broken = found().keySet();
    if (!broken.isEmpty() && open.isPresent()) {
      throw new QarionException(
          Problem.error(
              "batch.unfinished",
              Place.of("--keep-old-tables"),
              "Batch %d is not finished, and its rows stand in the tables to be kept."
                  .formatted(open.get().id()),
              "Run with --restart too, which gives it up."));
    }
    var notes = new ArrayList<Problem>();
    try (EngineTransaction transaction = engine.begin(new Cancellation())) {
      for (DagNode node : flow.dag().steps()) {
        boolean isAffected =
            broken.contains(node.id())
                || flow.dag().upstream(node.id()).stream().anyMatch(broken::contains);
        if (isAffected) {
          stored(node.id()).forEach(dataset -> notes.add(putAside(dataset, transaction)));
        }
      }
      transaction.commit();
    }
    return notes;
  }

  private Problem putAside(Dataset dataset, EngineTransaction transaction) {
    String kept = freeName(dataset);
    transaction.keepAs(dataset, kept);
    return Problem.warning(
        "table.put_aside",
        Place.of("datasets." + dataset.name()),
        "The rows of '%s' are kept as table '%s'; the dataset begins anew."
            .formatted(dataset.name(), kept),
        "Drop that table when you don't need it any more.");
  }

  private Map<TaskId, List<Problem>> found() {
    Map<TaskId, List<Problem>> found = new LinkedHashMap<>();
    for (DagNode node : flow.dag().steps()) {
      var problems = new ArrayList<Problem>();
      stored(node.id()).forEach(dataset -> problems.addAll(changedTypes(node.id(), dataset)));
      if (flow.works().get(node.id()) instanceof StepWork.Load load) {
        changedKey(node.id(), load.landing()).forEach(problems::add);
      }
      if (!problems.isEmpty()) {
        found.put(node.id(), problems);
      }
    }
    return found;
  }

  /** The datasets that a step goes on writing and that are stored. */
  private Stream<Dataset> stored(TaskId step) {
    Stream<Dataset> written =
        switch (flow.works().get(step)) {
          case StepWork.Load load ->
              Stream.concat(
                  Stream.of(load.landing()), load.then().stream().flatMap(TableChanges::kept));
          case StepWork.Transform transform -> kept(transform.group());
          case StepWork.Check _, StepWork.Export _, StepWork.Relay _, StepWork.Call _ ->
              Stream.empty();
          case null -> Stream.empty();
        };
    return written.distinct().filter(this::isStored);
  }

  private static Stream<Dataset> kept(AtomicGroup group) {
    return group.instructions().stream()
        .filter(instruction -> !(instruction.write() instanceof Write.Replace))
        .map(TransformationInstruction::target);
  }

  private boolean isStored(Dataset dataset) {
    return engine.tableSchema(dataset.physicalName()).isPresent();
  }

  private List<Problem> changedTypes(TaskId step, Dataset dataset) {
    var problems = new ArrayList<Problem>();
    for (Column old : engine.tableSchema(dataset.physicalName()).orElseThrow().columns()) {
      dataset
          .schema()
          .find(old.name())
          .filter(wanted ->
              !wanted.type().equals(old.type()) && !Widening.is(old.type(), wanted.type()))
          .ifPresent(wanted ->
              problems.add(
                  problem(
                      "dataset.incompatible",
                      step,
                      dataset,
                      "Column '%s' of the stored dataset '%s' is %s and would become %s."
                          .formatted(
                              old.name(),
                              dataset.name(),
                              old.type().text(),
                              wanted.type().text()))));
    }
    return problems;
  }

  private Stream<Problem> changedKey(TaskId step, Dataset landing) {
    return engine.ledger().landings(flow.flow().id()).stream()
        .filter(batch -> batch.landing().equals(landing.name()))
        .reduce((_, later) -> later)
        .map(LandedBatch::primaryKey)
        .filter(key -> isStored(landing))
        .filter(key -> !new HashSet<>(key).equals(new HashSet<>(landing.primaryKey())))
        .map(key ->
            problem(
                "dataset.key_changed",
                step,
                landing,
                "The primary key of the stored dataset '%s' is (%s) and would become (%s)."
                    .formatted(
                        landing.name(),
                        String.join(", ", key),
                        String.join(", ", landing.primaryKey()))))
        .stream();
  }

  private Problem problem(String code, TaskId step, Dataset dataset, String message) {
    String rebuilt =
        flow.works().get(step) instanceof StepWork.Load
            ? "--reload to make it anew from its files"
            : "--full-refresh to compute it anew";
    return Problem.error(
        code,
        Place.of("datasets." + dataset.name()),
        message,
        "Run with %s, or with --keep-old-tables to keep it as '%s' and begin a new one."
            .formatted(rebuilt, freeName(dataset)));
  }

  private String freeName(Dataset dataset) {
    int version = 1;
    while (engine.tableSchema(dataset.physicalName() + "_v" + version).isPresent()) {
      version++;
    }
    return dataset.physicalName() + "_v" + version;
  }
}
