package io.qarion.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.history.HistoryRepository;
import io.qarion.core.history.RunRecord;
import io.qarion.core.history.StepRecord;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.RunId;
import io.qarion.core.progress.RunEvent;
import io.qarion.core.progress.RunStatus;
import io.qarion.core.progress.StepStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryKeeperTest {

  private static final RunId RUN = new RunId("r");
  private static final RunEvent STARTED =
      new RunEvent.RunStarted(RUN, Instant.EPOCH, new FlowId("f"), "store", Map.of());
  private static final RunEvent FINISHED =
      new RunEvent.RunFinished(
          RUN, Instant.EPOCH, RunStatus.SUCCESS, StepStatistics.NONE, "", List.of());

  @Test
  void aHistoryThatCannotBeWrittenIsAskedNoMoreAndNobodyElseMissesAnEvent() {
    var history = new FullHistory(1);
    var heard = new ArrayList<RunEvent>();
    try (var keeper = new HistoryKeeper(history, heard::add)) {
      keeper.accept(STARTED);
      assertThat(keeper.failure()).isEmpty();

      keeper.accept(FINISHED);
      keeper.accept(FINISHED);

      assertThat(heard).containsExactly(STARTED, FINISHED, FINISHED);
      assertThat(history.asked).isEqualTo(2);
      assertThat(keeper.failure().map(QarionException::text)).contains("history: It is full.");
    }
  }

  /** Takes some events and no more. */
  private static final class FullHistory implements HistoryRepository {

    private final int room;
    private int asked;

    FullHistory(int room) {
      this.room = room;
    }

    @Override
    public void record(RunEvent event) {
      asked++;
      if (asked > room) {
        throw new QarionException(Problem.error("full", Place.of("history"), "It is full.", ""));
      }
    }

    @Override
    public void heartbeat(RunId run) {}

    @Override
    public List<RunRecord> markInterrupted(Duration silence) {
      return List.of();
    }

    @Override
    public List<RunRecord> runs(Optional<FlowId> flow, int limit) {
      return List.of();
    }

    @Override
    public List<StepRecord> steps(RunId run) {
      return List.of();
    }

    @Override
    public void close() {}
  }
}
