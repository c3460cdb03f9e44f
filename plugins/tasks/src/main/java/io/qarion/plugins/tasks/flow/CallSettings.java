package io.qarion.plugins.tasks.flow;

import io.qarion.core.call.FlowCall;
import io.qarion.core.call.RunWhen;
import io.qarion.core.call.TaskCondition;
import io.qarion.core.expression.Formula;
import io.qarion.core.flow.Durations;
import io.qarion.core.flow.Settings;
import io.qarion.core.flow.Task;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.TaskId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The settings of a task that runs another flow. */
final class CallSettings {

  static final String FLOW = "flow_id";
  static final String RUN_WHEN = "run_when";
  static final String CONDITION = "condition";
  static final String RETRIES = "retries";
  static final String RETRY_DELAY = "retry_delay";
  static final String TIMEOUT = "timeout";
  static final String VARIABLES = "variables";

  private static final int MOST_RETRIES = 100;

  private final Task task;
  private final Settings settings;
  private final FlowContext context;

  CallSettings(Task task, FlowContext context) {
    this.task = task;
    this.settings = task.properties();
    this.context = context;
  }

  /** Reports what is wrong, but for the name of the flow, which the project knows. */
  void check() {
    long retries = settings.integer(RETRIES).orElse(0L);
    if (retries < 0 || retries > MOST_RETRIES) {
      report(
          RETRIES,
          "A run can't be tried again %d times.".formatted(retries),
          "Write a number from 0 to %d.".formatted(MOST_RETRIES));
    }
    checkDuration(RETRY_DELAY);
    checkDuration(TIMEOUT);
    Set<TaskId> before = before();
    if (before.isEmpty() && when() == RunWhen.FAILURE) {
      report(
          RUN_WHEN,
          "Task '%s' runs when a task before it fails, and there is none.".formatted(task.id()),
          "Name tasks in dependencies.");
    }
    condition()
        .ifPresent(condition ->
            condition.check(before, context.parameterTypes(), element(), context::report));
    Map<String, Object> known = context.flow().variables().values();
    settings
        .table(VARIABLES)
        .values()
        .forEach((name, value) -> {
          if (value instanceof String text
              && text.startsWith(FlowCall.REFERENCE)
              && !known.containsKey(text.substring(1))) {
            report(
                VARIABLES + "." + name,
                "This flow has no variable '%s'.".formatted(text.substring(1)),
                "Add it to [variables], or write a value.");
          }
        });
  }

  private void checkDuration(String key) {
    settings
        .text(key)
        .filter(text -> Durations.parse(text).isEmpty())
        .ifPresent(text ->
            report(
                key,
                "'%s' is no length of time.".formatted(text),
                "Write a number and s, m, h, d or w, such as 30s."));
  }

  /** What the task does; empty if it does not say which flow to run, which others report. */
  Optional<StepWork> call() {
    return settings
        .text(FLOW)
        .filter(id -> !id.isBlank())
        .map(id ->
            new StepWork.Call(
                new FlowCall(
                    new FlowId(id),
                    when(),
                    condition(),
                    Math.clamp(settings.integer(RETRIES).orElse(0L), 0, MOST_RETRIES),
                    duration(RETRY_DELAY).orElse(Duration.ZERO),
                    duration(TIMEOUT),
                    settings.table(VARIABLES).values()),
                element()));
  }

  private RunWhen when() {
    return settings.text(RUN_WHEN).flatMap(RunWhen::parse).orElse(RunWhen.SUCCESS);
  }

  private Optional<TaskCondition> condition() {
    return settings
        .text(CONDITION)
        .filter(text -> !text.isBlank())
        .map(text -> new TaskCondition(Formula.parse(text)));
  }

  private Optional<Duration> duration(String key) {
    return settings.text(key).flatMap(Durations::parse);
  }

  /** All tasks that are over before this one starts. */
  private Set<TaskId> before() {
    List<Task> tasks = context.flow().tasks().stream().filter(Task::enabled).toList();
    var before = new LinkedHashSet<TaskId>();
    var open = new ArrayDeque<>(task.dependencies());
    while (!open.isEmpty()) {
      TaskId next = open.remove();
      tasks.stream()
          .filter(other -> other.id().equals(next) && !other.id().equals(task.id()))
          .filter(other -> before.add(other.id()))
          .forEach(other -> open.addAll(other.dependencies()));
    }
    return before;
  }

  private String element() {
    return task.path() + ".properties";
  }

  private void report(String key, String message, String fix) {
    context.report(Problem.error("call.settings", Place.of(element() + "." + key), message, fix));
  }
}
