package io.qarion.app.designer.shell;

import io.qarion.app.designer.dialog.Questions;
import io.qarion.app.designer.dialog.UnsavedQuestion;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import java.util.List;
import java.util.function.Predicate;

/** Sees to it that leaving a project, or the window, loses nothing unasked. */
public final class CloseGuard {

  private final DesignerSession session;
  private final Questions questions;

  public CloseGuard(DesignerSession session, Questions questions) {
    this.session = session;
    this.questions = questions;
  }

  /** With nothing asked about runs, which are stopped. */
  public CloseGuard(DesignerSession session, UnsavedQuestion unsaved) {
    this(session, new Questions(_ -> true, unsaved));
  }

  /**
   * Whether the window may close now.
   *
   * @param close closes it later, when everything is saved
   */
  public boolean mayClose(Runnable close) {
    List<String> running = names(flow -> flow.runState().running().get());
    if (!running.isEmpty() && !questions.running().mayStop(running)) {
      return false;
    }
    List<String> unsaved = names(flow -> flow.dirty().get());
    if (unsaved.isEmpty()) {
      return true;
    }
    return switch (questions.unsaved().ask(unsaved)) {
      case DISCARD -> {
        session.discardAll();
        yield true;
      }
      case STAY -> false;
      case SAVE -> {
        session.saveAll(close);
        yield false;
      }
    };
  }

  /** Leaves the project in some way, now or when everything is saved, if the user wants to. */
  public void leave(Runnable way) {
    if (mayClose(way)) {
      way.run();
    }
  }

  private List<String> names(Predicate<FlowDocument> which) {
    return session.flows().stream()
        .filter(which)
        .map(flow -> flow.stored().get().flow().name())
        .toList();
  }
}
