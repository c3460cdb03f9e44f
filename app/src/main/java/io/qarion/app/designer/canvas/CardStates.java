package io.qarion.app.designer.canvas;

import io.qarion.app.designer.session.NodeState;
import io.qarion.app.designer.session.NodeState.Status;
import io.qarion.core.problem.TaskId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How cards stand: a step's own state, or for a collapsed group what matters of all its steps. */
record CardStates(Function<TaskId, NodeState> steps) {

  /** What has to be seen first. */
  private static final List<Status> WORST_FIRST =
      List.of(
          Status.FAILED,
          Status.MISTAKEN,
          Status.RUNNING,
          Status.WAITING,
          Status.CANCELLED,
          Status.WARNING,
          Status.SKIPPED,
          Status.NOT_RUN,
          Status.DONE,
          Status.UP_TO_DATE,
          Status.OFF);

  /** Of a group: its worst status, the rows that come out of it, and the time of all steps. */
  NodeState of(CanvasNode card) {
    if (!card.isGroup()) {
      return steps.apply(card.id());
    }
    List<NodeState> inside = card.steps().stream().map(steps).toList();
    NodeState worst =
        inside.stream().min((a, b) -> Integer.compare(rank(a), rank(b))).orElse(NodeState.NOT_RUN);
    List<NodeState> ends = card.ends().stream().map(steps).toList();
    return new NodeState(
        worst.status(),
        rows(ends),
        change(ends),
        inside.stream().map(NodeState::duration).reduce(Duration.ZERO, Duration::plus),
        progress(inside),
        worst.message());
  }

  private static int rank(NodeState state) {
    return WORST_FIRST.indexOf(state.status());
  }

  /** Unknown as long as nothing is known of any. */
  private static long rows(List<NodeState> ends) {
    return ends.stream().anyMatch(state -> state.rows() >= 0)
        ? ends.stream().mapToLong(state -> Math.max(0, state.rows())).sum()
        : -1;
  }

  private static Optional<Long> change(List<NodeState> ends) {
    return ends.stream().anyMatch(state -> state.change().isPresent())
        ? Optional.of(ends.stream().mapToLong(state -> state.change().orElse(0L)).sum())
        : Optional.empty();
  }

  /** How much of the steps is done, each counting as much as the others. */
  private static double progress(List<NodeState> inside) {
    double done =
        inside.stream()
            .mapToDouble(state ->
                switch (state.status()) {
                  case DONE, UP_TO_DATE, WARNING, FAILED, SKIPPED, CANCELLED, OFF -> 1;
                  case RUNNING -> Math.max(0, state.progress());
                  case MISTAKEN, NOT_RUN, WAITING -> 0;
                })
            .sum();
    return done / Math.max(1, inside.size());
  }
}
