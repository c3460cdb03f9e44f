package io.qarion.core.progress;

import io.qarion.core.problem.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long a run will still take, from how far its steps are and what they took before. Rather than
 * guess it says nothing.
 */
public final class TimeLeft {

  /** Below this the first moments of a step say too little about the rest. */
  private static final double LEAST_FRACTION = 0.02;

  private final Map<TaskId, Duration> before;
  private final Map<TaskId, Step> open = new LinkedHashMap<>();
  private int mostAtOnce = 1;

  /**
   * @param before what each step took when it last succeeded
   */
  public TimeLeft(Map<TaskId, Duration> before) {
    this.before = Map.copyOf(before);
  }

  /** A step that is planned; without a start it waits. */
  private record Step(Optional<Instant> start, double fraction) {

    Step at(double newFraction) {
      return new Step(start, newFraction);
    }
  }

  /**
   * For one step, if it goes on as it began.
   *
   * @param fraction from 0 to 1; negative if unknown
   */
  public static Optional<Duration> ofStep(Duration spent, double fraction) {
    return fraction > LEAST_FRACTION && fraction < 1
        ? Optional.of(Duration.ofMillis((long) (spent.toMillis() * (1 - fraction) / fraction)))
        : Optional.empty();
  }

  /** Takes the next event of the run. */
  public void accept(RunEvent event) {
    switch (event) {
      case RunEvent.BatchStarted batch -> {
        open.clear();
        batch.steps().stream()
            .filter(PlannedStep::runs)
            .forEach(step -> open.put(step.step(), new Step(Optional.empty(), -1)));
      }
      case RunEvent.StepStarted step -> {
        open.put(step.step(), new Step(Optional.of(step.at()), -1));
        long running = open.values().stream().filter(each -> each.start().isPresent()).count();
        mostAtOnce = Math.max(mostAtOnce, (int) running);
      }
      case RunEvent.StepProgressed step ->
          open.computeIfPresent(step.step(), (_, known) -> known.at(step.fraction()));
      case RunEvent.StepFinished step -> open.remove(step.step());
      case RunEvent.RunFinished _ -> open.clear();
      case RunEvent.RunStarted _,
          RunEvent.FileLoaded _,
          RunEvent.FileExported _,
          RunEvent.CheckFinished _ -> {}
    }
  }

  /** For all steps of the batch; empty if nothing is known of one of them, or none is left. */
  public Optional<Duration> at(Instant now) {
    var each = new HashMap<TaskId, Duration>();
    open.forEach((id, step) -> of(id, step, now).ifPresent(left -> each.put(id, left)));
    if (open.isEmpty() || each.size() < open.size()) {
      return Optional.empty();
    }
    Duration all = each.values().stream().reduce(Duration.ZERO, Duration::plus);
    Duration longest = each.values().stream().reduce(Duration.ZERO, TimeLeft::longer);
    return Optional.of(longer(longest, all.dividedBy(mostAtOnce)));
  }

  private Optional<Duration> of(TaskId id, Step step, Instant now) {
    Optional<Duration> known = Optional.ofNullable(before.get(id));
    if (step.start().isEmpty()) {
      return known;
    }
    Duration spent = Duration.between(step.start().get(), now);
    return ofStep(spent, step.fraction())
        .or(() -> known.map(whole -> whole.minus(spent)).filter(left -> !left.isNegative()));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
