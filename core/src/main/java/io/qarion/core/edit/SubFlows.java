package io.qarion.core.edit;

import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import java.util.List;
import java.util.Set;

/**
 * Makes a flow of its own of some tasks, which one task runs in their place; and puts the tasks of
 * such a flow back. The two flows meet in datasets: what tasks read and write keeps its names.
 */
public final class SubFlows {

  private SubFlows() {}

  /**
   * What comes of tasks that are taken out.
   *
   * @param rest the flow without them
   * @param made the text of the new flow
   * @param call the task that runs it
   * @param reads the datasets that the new flow reads of the other
   * @param gives the datasets that the other reads of the new flow
   */
  public record Extracted(
      TomlDocument rest,
      TomlDocument made,
      TaskId call,
      List<DatasetName> reads,
      List<DatasetName> gives) {

    public Extracted {
      reads = List.copyOf(reads);
      gives = List.copyOf(gives);
    }
  }

  /** A flow with the tasks of another in place of the one that ran it. */
  public record Inlined(TomlDocument document, List<TaskId> steps) {

    public Inlined {
      steps = List.copyOf(steps);
    }
  }

  /**
   * Takes tasks out.
   *
   * @param id of the new flow, which no flow of the project has
   * @throws QarionException if one of the tasks was not written by hand; if a task that stays comes
   *     after some of them and before others; or if a task on one side depends on more than the
   *     rows of one on the other: by a condition, or since it takes its batches
   */
  public static Extracted extract(
      TomlDocument document, Set<TaskId> steps, FlowId id, String name) {
    return new FlowExtraction(StepText.of(document), steps, id, name).extracted();
  }

  /**
   * Puts the tasks of a flow in place of the one that runs it; those whose ids are taken get free
   * ones. Nothing starts earlier than it did, or though something failed that held it up.
   *
   * @param other the flow that the task runs
   * @throws QarionException if the task runs the other flow in a way that its tasks can't keep, or
   *     that flow has settings of its own
   */
  public static Inlined inline(TomlDocument document, TaskId call, TomlDocument other) {
    return new FlowInlining(StepText.of(document), call, StepText.of(other)).inlined();
  }

  static QarionException refused(String message, String fix) {
    return new QarionException(Problem.error("edit.sub_flow", Place.UNKNOWN, message, fix));
  }
}
