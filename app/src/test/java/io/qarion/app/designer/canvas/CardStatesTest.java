package io.qarion.app.designer.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.session.NodeState;
import io.qarion.app.designer.session.NodeState.Status;
import io.qarion.core.problem.TaskId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CardStatesTest {

  private static final TaskId A = new TaskId("a");
  private static final TaskId B = new TaskId("b");
  private static final TaskId C = new TaskId("c");
  private static final CanvasNode GROUP =
      new CanvasNode(
          A,
          "Group",
          "group",
          "",
          Point2D.ZERO,
          Optional.of(new CanvasNode.Members("g", List.of(A, B, C), List.of(B, C))));

  @Test
  void rowsAreThoseThatComeOutAndTimeIsThatOfAll() {
    NodeState state =
        of(
            new NodeState(Status.DONE, 1000, Optional.of(9L), Duration.ofMillis(5), -1, ""),
            new NodeState(Status.DONE, 20, Optional.of(-2L), Duration.ofMillis(7), -1, ""),
            new NodeState(Status.UP_TO_DATE, 3, Optional.empty(), Duration.ofMillis(1), -1, ""));

    assertThat(state)
        .isEqualTo(new NodeState(Status.DONE, 23, Optional.of(-2L), Duration.ofMillis(13), 1, ""));
  }

  @Test
  void theWorstIsSaidWithItsReason() {
    NodeState state =
        of(
            NodeState.NOT_RUN.with(Status.DONE, ""),
            NodeState.NOT_RUN.with(Status.FAILED, "no such table"),
            NodeState.NOT_RUN.with(Status.RUNNING, ""));

    assertThat(state.status()).isEqualTo(Status.FAILED);
    assertThat(state.message()).isEqualTo("no such table");
    assertThat(state.rows()).isNegative();
  }

  @Test
  void progressIsWhatOfAllStepsIsDone() {
    NodeState state =
        of(
            NodeState.NOT_RUN.with(Status.DONE, ""),
            NodeState.NOT_RUN.running(0.5),
            NodeState.NOT_RUN.with(Status.WAITING, ""));

    assertThat(state.status()).isEqualTo(Status.RUNNING);
    assertThat(state.progress()).isEqualTo(0.5);
  }

  @ParameterizedTest
  @EnumSource
  void aGroupOfOneStatusHasIt(Status status) {
    NodeState one = NodeState.NOT_RUN.with(status, "");

    assertThat(of(one, one, one).status()).isEqualTo(status);
  }

  private static NodeState of(NodeState a, NodeState b, NodeState c) {
    Map<TaskId, NodeState> states = Map.of(A, a, B, b, C, c);
    return new CardStates(step -> states.getOrDefault(step, NodeState.NOT_RUN)).of(GROUP);
  }
}
