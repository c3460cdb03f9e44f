package io.qarion.app.designer.canvas;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.NodeState;
import java.text.NumberFormat;
import java.time.Duration;

/** How results of steps are put into words on the canvas. */
final class CanvasTexts {

  private static final long MILLIS = 1000;
  private static final long MINUTE = 60 * MILLIS;

  private CanvasTexts() {}

  /** Icon of a state; never is a colour alone what says it. */
  static String icon(NodeState.Status status) {
    return switch (status) {
      case NOT_RUN -> "fth-circle";
      case WAITING -> "fth-clock";
      case RUNNING -> "fth-loader";
      case DONE -> "fth-check-circle";
      case UP_TO_DATE -> "fth-check";
      case WARNING -> "fth-alert-triangle";
      case FAILED -> "fth-x-circle";
      case CANCELLED -> "fth-stop-circle";
      case SKIPPED -> "fth-skip-forward";
    };
  }

  /** Rows and time, or how the step stands where there are none. */
  static String result(NodeState state, Messages messages) {
    return switch (state.status()) {
      case DONE, UP_TO_DATE, WARNING ->
          state.rows() < 0
              ? messages.get("node.up-to-date")
              : messages.get(
                  "node.rows", number(state.rows(), messages), time(state.duration(), messages));
      case RUNNING ->
          state.progress() < 0
              ? messages.get("node.running")
              : messages.get("node.running-at", Math.round(state.progress() * 100));
      case NOT_RUN -> messages.get("node.not-run");
      case WAITING -> messages.get("node.waiting");
      case FAILED -> messages.get("node.failed");
      case CANCELLED -> messages.get("node.cancelled");
      case SKIPPED -> messages.get("node.skipped");
    };
  }

  /** Rows on an edge, with the change since the run before; empty if nothing is known. */
  static String rows(NodeState state, Messages messages) {
    if (state.rows() < 0) {
      return "";
    }
    String rows = number(state.rows(), messages);
    return state
        .change()
        .filter(change -> change != 0)
        .map(change ->
            rows + " (" + (change > 0 ? "+" : "−") + number(Math.abs(change), messages) + ")")
        .orElse(rows);
  }

  private static String number(long number, Messages messages) {
    return NumberFormat.getIntegerInstance(messages.locale()).format(number);
  }

  private static String time(Duration time, Messages messages) {
    long millis = time.toMillis();
    if (millis < MILLIS) {
      return messages.get("time.millis", millis);
    }
    return millis < MINUTE
        ? messages.get("time.seconds", millis / (double) MILLIS)
        : messages.get("time.minutes", millis / MINUTE, millis % MINUTE / MILLIS);
  }
}
