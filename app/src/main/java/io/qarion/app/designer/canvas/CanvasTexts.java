package io.qarion.app.designer.canvas;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.i18n.Quantities;
import io.qarion.app.designer.session.NodeState;

/** How results of steps are put into words on the canvas. */
final class CanvasTexts {

  private CanvasTexts() {}

  /** Icon of a state; never is a colour alone what says it. */
  static String icon(NodeState.Status status) {
    return switch (status) {
      case MISTAKEN -> "fth-alert-circle";
      case OFF -> "fth-slash";
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
    var quantities = new Quantities(messages);
    return switch (state.status()) {
      case DONE, UP_TO_DATE, WARNING ->
          state.rows() < 0
              ? messages.get("node.up-to-date")
              : messages.get(
                  "node.rows", quantities.count(state.rows()), quantities.time(state.duration()));
      case RUNNING ->
          state.progress() < 0
              ? messages.get("node.running")
              : messages.get("node.running-at", Math.round(state.progress() * 100));
      case MISTAKEN -> messages.get("node.summary.broken");
      case OFF -> messages.get("node.off");
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
    var quantities = new Quantities(messages);
    String rows = quantities.count(state.rows());
    return state
        .change()
        .filter(change -> change != 0)
        .map(change -> rows + " (" + quantities.change(change) + ")")
        .orElse(rows);
  }
}
