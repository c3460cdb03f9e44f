package io.qarion.core.history;

import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.RunId;
import io.qarion.core.progress.RunEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps what has been run. It only listens: losing it loses no data. */
public interface HistoryRepository extends AutoCloseable {

  /** Notes an event. Events of one run come in order. */
  void record(RunEvent event);

  /** Says that the owner of a run is alive. */
  void heartbeat(RunId run);

  /**
   * Marks running runs interrupted that have given no sign of life for longer than {@code silence}.
   *
   * @return the runs marked
   */
  List<RunRecord> markInterrupted(Duration silence);

  /** Runs, newest first. */
  List<RunRecord> runs(Optional<FlowId> flow, int limit);

  /** The steps of a run in the order they started. */
  List<StepRecord> steps(RunId run);

  @Override
  void close();
}
