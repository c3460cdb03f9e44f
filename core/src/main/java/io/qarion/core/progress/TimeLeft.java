package io.qarion.core.progress;

import io.qarion.core.problem.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long a run will still take, from how far its steps are and what they took before. Rather than
 * guess it says nothing.
 */
public final class TimeLeft {

  /** Below this the first moments of a step say too little about the rest. */
  private static final double LEAST_FRACTION = 0.02;

  private final Map<TaskId, Duration> took;
  private final Map<TaskId, Step> open = new LinkedHashMap<>();
  private final Set<TaskId> planned = new LinkedHashSet<>();
  private int following;
  private int mostAtOnce = 1;

  /**
   * @param before what each step took when it last succeeded
   */
  public TimeLeft(Map<TaskId, Duration> before) {
    this.took = new HashMap<>(before);
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
        end();
        following = batch.following();
        batch.steps().stream()
            .filter(PlannedStep::runs)
            .forEach(step -> {
              planned.add(step.step());
              open.put(step.step(), new Step(Optional.empty(), -1));
            });
      }
      case RunEvent.StepStarted step -> {
        planned.add(step.step());
        open.put(step.step(), new Step(Optional.of(step.at()), -1));
        long running = open.values().stream().filter(each -> each.start().isPresent()).count();
        mostAtOnce = Math.max(mostAtOnce, (int) running);
      }
      case RunEvent.StepProgressed step ->
          open.computeIfPresent(step.step(), (_, known) -> known.at(step.fraction()));
      case RunEvent.StepFinished step ->
          Optional.ofNullable(open.remove(step.step()))
              .filter(_ -> step.status() == RunStatus.SUCCESS)
              .flatMap(Step::start)
              .ifPresent(start -> took.put(step.step(), Duration.between(start, step.at())));
      case RunEvent.RunFinished _ -> end();
      case RunEvent.RunStarted _,
          RunEvent.FileLoaded _,
          RunEvent.FileExported _,
          RunEvent.FlowCalled _,
          RunEvent.CheckFinished _ -> {}
    }
  }

  private void end() {
    open.clear();
    planned.clear();
    following = 0;
  }

  /**
   * For all steps of the batch and of those that follow, which will take as long; empty if nothing
   * is known of one of the steps, or none is left.
   */
  public Optional<Duration> at(Instant now) {
    var left = new HashMap<TaskId, Duration>();
    open.forEach((id, step) -> of(id, step, now).ifPresent(time -> left.put(id, time)));
    var whole = new HashMap<TaskId, Duration>();
    for (TaskId id : planned) {
      Optional.ofNullable(left.get(id))
          .map(time -> time.plus(spent(open.get(id), now)))
          .or(() -> Optional.ofNullable(took.get(id)))
          .ifPresent(time -> whole.put(id, time));
    }
    boolean over = open.isEmpty() && following == 0;
    boolean unknown = left.size() < open.size() || (following > 0 && whole.size() < planned.size());
    return over || unknown
        ? Optional.empty()
        : Optional.of(together(left).plus(together(whole).multipliedBy(following)));
  }

  /** As many at once as there were at most. */
  private Duration together(Map<TaskId, Duration> times) {
    Duration all = times.values().stream().reduce(Duration.ZERO, Duration::plus);
    Duration longest = times.values().stream().reduce(Duration.ZERO, TimeLeft::longer);
    return longer(longest, all.dividedBy(mostAtOnce));
  }

  private static Duration spent(@Nullable Step step, Instant now) {
    return Optional.ofNullable(step)
        .flatMap(Step::start)
        .map(start -> Duration.between(start, now))
        .orElse(Duration.ZERO);
  }

  private Optional<Duration> of(TaskId id, Step step, Instant now) {
    Optional<Duration> known = Optional.ofNullable(took.get(id));
    if (step.start().isEmpty()) {
      return known;
    }
    Duration spent = spent(step, now);
    return ofStep(spent, step.fraction())
        .or(() -> known.map(all -> all.minus(spent)).filter(time -> !time.isNegative()));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
