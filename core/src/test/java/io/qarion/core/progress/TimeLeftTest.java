package io.qarion.core.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.RunId;
import io.qarion.core.problem.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeLeftTest {

  private static final RunId RUN = RunId.random();
  private static final TaskId LOAD = new TaskId("load");
  private static final TaskId CLEAN = new TaskId("clean");
  private final TimeLeft known = new TimeLeft(Map.of(LOAD, seconds(20), CLEAN, seconds(10)));

  @Test
  void whatStepsTookBeforeIsLeftOfThem() {
    plan(known, LOAD, CLEAN);
    assertThat(known.at(at(0))).contains(seconds(30));

    known.accept(started(LOAD, 0));
    assertThat(known.at(at(5))).contains(seconds(25));

    known.accept(finished(LOAD, 8));
    known.accept(started(CLEAN, 8));
    assertThat(known.at(at(10))).contains(seconds(8));
  }

  @Test
  void howFarAStepIsSaysMoreThanWhatItTookBefore() {
    plan(known, LOAD);
    known.accept(started(LOAD, 0));
    known.accept(new RunEvent.StepProgressed(RUN, at(10), LOAD, 0.25, -1));

    assertThat(known.at(at(10))).contains(seconds(30));
  }

  @Test
  void stepsThatRunAtOnceTakeTheTimeOfTheLongest() {
    plan(known, LOAD, CLEAN);
    known.accept(started(LOAD, 0));
    known.accept(started(CLEAN, 0));

    assertThat(known.at(at(4))).contains(seconds(16));
  }

  @Test
  void nothingIsSaidOfAStepThatNeverRan() {
    var unknown = new TimeLeft(Map.of(LOAD, seconds(20)));
    plan(unknown, LOAD, CLEAN);

    assertThat(unknown.at(at(0))).isEmpty();
  }

  @Test
  void nothingIsSaidOnceAStepTakesLongerThanBefore() {
    plan(known, CLEAN);
    known.accept(started(CLEAN, 0));

    assertThat(known.at(at(11))).isEmpty();
  }

  @Test
  void batchesThatFollowTakeAsLongAsThisOne() {
    known.accept(
        new RunEvent.BatchStarted(
            RUN, at(0), 1, false, List.of(new PlannedStep(LOAD, "", "", true, "3 new files")), 2));
    assertThat(known.at(at(0))).contains(seconds(60));

    known.accept(started(LOAD, 0));
    known.accept(new RunEvent.StepProgressed(RUN, at(10), LOAD, 0.25, -1));
    assertThat(known.at(at(10))).contains(seconds(30 + 2 * 40));

    known.accept(finished(LOAD, 36));
    assertThat(known.at(at(36))).contains(seconds(2 * 36));
  }

  @Test
  void nothingIsLeftOfWhatNeedNotRunOrIsOver() {
    known.accept(
        new RunEvent.BatchStarted(
            RUN, at(0), 1, false, List.of(new PlannedStep(LOAD, "", "", false, "as before"))));
    assertThat(known.at(at(0))).isEmpty();

    plan(known, LOAD);
    known.accept(
        new RunEvent.RunFinished(
            RUN, at(1), RunStatus.CANCELLED, StepStatistics.NONE, "", List.of()));
    assertThat(known.at(at(1))).isEmpty();
  }

  @Test
  void theFirstMomentsOfAStepSayNothing() {
    assertThat(Stream.of(-1.0, 0.0, 0.02, 1.0).map(part -> TimeLeft.ofStep(seconds(1), part)))
        .containsOnly(Optional.empty());
    assertThat(TimeLeft.ofStep(seconds(1), 0.5)).contains(seconds(1));
  }

  private static void plan(TimeLeft left, TaskId... steps) {
    left.accept(
        new RunEvent.BatchStarted(
            RUN,
            at(0),
            1,
            false,
            Stream.of(steps).map(step -> new PlannedStep(step, "", "", true, "")).toList()));
  }

  private static RunEvent started(TaskId step, long second) {
    return new RunEvent.StepStarted(RUN, at(second), 1, step, "transformation");
  }

  private static RunEvent finished(TaskId step, long second) {
    return new RunEvent.StepFinished(
        RUN, at(second), 1, step, RunStatus.SUCCESS, StepStatistics.NONE, "", List.of(), List.of());
  }

  private static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
