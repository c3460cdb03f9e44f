package io.qarion.core.plan;

import io.qarion.core.dag.DagNode;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.LoadedFile;
import io.qarion.core.engine.StepCommit;
import io.qarion.core.file.PlannedFile;
import io.qarion.core.outbox.PendingEvents;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationInstruction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides which steps of a batch must run: those that are new, or whose inputs changed. */
public final class ExecutionPlanner {

  private final CompiledFlow flow;
  private final Engine engine;
  private final List<StepCommit> commits;
  private final Set<DatasetName> own;

  public ExecutionPlanner(CompiledFlow flow, Engine engine) {
    this.flow = flow;
    this.engine = engine;
    this.commits = engine.ledger().commits(flow.flow().id());
    this.own = flow.datasets().stream().map(Dataset::name).collect(Collectors.toSet());
  }

  /**
   * The plan of a batch.
   *
   * @param openBatch id of the unfinished batch that is resumed
   * @param files new files of each ingestion
   * @param wanted the steps asked for
   */
  public BatchPlan plan(
      OptionalLong openBatch, Map<TaskId, List<PlannedFile>> files, Set<TaskId> wanted) {
    Map<TaskId, StepDecision> decisions = new LinkedHashMap<>();
    for (DagNode node : flow.dag().steps()) {
      Optional<StepWork> work = flow.work(node.id());
      if (work.isPresent() && wanted.contains(node.id())) {
        List<PlannedFile> fresh = files.getOrDefault(node.id(), List.of());
        decisions.put(node.id(), decide(node, work.get(), fresh, openBatch, decisions));
      }
    }
    return new BatchPlan(decisions);
  }

  private StepDecision decide(
      DagNode node,
      StepWork work,
      List<PlannedFile> files,
      OptionalLong openBatch,
      Map<TaskId, StepDecision> before) {
    String fingerprint = fingerprint(node, work, files, before);
    Optional<StepCommit> inBatch =
        commits.stream()
            .filter(commit -> commit.step().equals(node.id()))
            .filter(commit -> openBatch.isPresent() && commit.batchId() == openBatch.getAsLong())
            .findFirst();
    if (inBatch.isPresent()) {
      return skip("already done in this batch", inBatch.get().fingerprint());
    }
    return switch (work) {
      case StepWork.Load _ ->
          files.isEmpty()
              ? skip("no new file", fingerprint)
              : new StepDecision(true, count(files.size(), "new file"), fingerprint, files);
      case StepWork.Export export when export.sinceLastExport() ->
          run("looks for new batches", fingerprint);
      case StepWork.Transform transform when isBatchBound(transform) ->
          batchBound(node, fingerprint, openBatch, before);
      case StepWork.Relay relay -> relay(node, relay, fingerprint, before);
      case StepWork.Call call -> run("runs flow '" + call.call().flow() + "'", fingerprint);
      case StepWork.Transform _, StepWork.Check _, StepWork.Export _ ->
          byFingerprint(node, fingerprint, before);
    };
  }

  /** Events that wait are delivered even if nothing new comes. */
  private StepDecision relay(
      DagNode node, StepWork.Relay work, String fingerprint, Map<TaskId, StepDecision> before) {
    if (flow.dag().upstream(node.id()).stream().anyMatch(step -> runs(before, step))) {
      return run("there may be new events", fingerprint);
    }
    long waiting =
        engine.tableSchema(work.outbox().physicalName()).isEmpty()
            ? 0
            : engine.count(PendingEvents.of(work.outbox()), Map.of(), new Cancellation());
    return waiting == 0
        ? skip("no event waits", fingerprint)
        : run(count(waiting, "event") + (waiting == 1 ? " waits" : " wait"), fingerprint);
  }

  /** A step that reads the running batch has work if something came into the batch. */
  private StepDecision batchBound(
      DagNode node, String fingerprint, OptionalLong openBatch, Map<TaskId, StepDecision> before) {
    boolean input =
        flow.dag().upstream(node.id()).stream()
            .anyMatch(step -> runs(before, step) || committed(step, openBatch));
    return input
        ? run("the batch has new rows", fingerprint)
        : skip("nothing new to read", fingerprint);
  }

  private StepDecision byFingerprint(
      DagNode node, String fingerprint, Map<TaskId, StepDecision> before) {
    Optional<StepCommit> last =
        commits.stream().filter(commit -> commit.step().equals(node.id())).reduce((_, b) -> b);
    if (last.isEmpty()) {
      return run("never ran before", fingerprint);
    }
    for (TaskId upstream : flow.dag().dependencies(node.id())) {
      if (runs(before, upstream)) {
        return run("'" + upstream + "' runs again", fingerprint);
      }
    }
    Optional<DatasetName> foreign =
        node.reads().stream().filter(name -> !own.contains(name)).findFirst();
    if (foreign.isPresent()) {
      return run("reads '" + foreign.get() + "', which other flows write", fingerprint);
    }
    if (!last.get().fingerprint().equals(fingerprint)) {
      return run("its settings changed", fingerprint);
    }
    for (Dataset dataset : flow.datasets()) {
      if (node.writes().contains(dataset.name())
          && engine.tableSchema(dataset.physicalName()).isEmpty()) {
        return run("its result is gone", fingerprint);
      }
    }
    return skip("nothing it depends on changed", fingerprint);
  }

  private String fingerprint(
      DagNode node, StepWork work, List<PlannedFile> files, Map<TaskId, StepDecision> before) {
    var upstream = new ArrayList<String>();
    for (TaskId step : flow.dag().dependencies(node.id()).stream().sorted().toList()) {
      StepDecision decision = before.get(step);
      upstream.add(decision == null ? "" : decision.fingerprint());
    }
    var hashes = new ArrayList<String>();
    if (work instanceof StepWork.Load) {
      engine.ledger().files(flow.flow().id(), node.id()).stream()
          .map(LoadedFile::sha256)
          .forEach(hashes::add);
      files.forEach(file -> hashes.add(file.sha256()));
    }
    return StepFingerprint.of(work, upstream, hashes);
  }

  private boolean committed(TaskId step, OptionalLong batch) {
    return batch.isPresent()
        && commits.stream()
            .anyMatch(
                commit -> commit.step().equals(step) && commit.batchId() == batch.getAsLong());
  }

  private static boolean runs(Map<TaskId, StepDecision> decisions, TaskId step) {
    StepDecision decision = decisions.get(step);
    return decision != null && decision.runs();
  }

  private static boolean isBatchBound(StepWork.Transform work) {
    return work.group().instructions().stream()
        .map(TransformationInstruction::query)
        .flatMap(query -> query.sources().stream())
        .anyMatch(source ->
            source.rows() instanceof RowSource.Stored stored
                && stored.range() instanceof BatchRange.Current);
  }

  private static StepDecision run(String reason, String fingerprint) {
    return new StepDecision(true, reason, fingerprint, List.of());
  }

  private static StepDecision skip(String reason, String fingerprint) {
    return new StepDecision(false, reason, fingerprint, List.of());
  }

  private static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
