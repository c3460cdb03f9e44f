package io.qarion.app.designer.shell;

import io.qarion.app.designer.dialog.UnsavedQuestion;
import io.qarion.app.designer.session.DesignerSession;
import java.util.List;

/** Sees to it that closing the window loses nothing unasked. */
public final class CloseGuard {

  private final DesignerSession session;
  private final UnsavedQuestion question;

  public CloseGuard(DesignerSession session, UnsavedQuestion question) {
    this.session = session;
    this.question = question;
  }

  /**
   * Whether the window may close now.
   *
   * @param close closes it later, when everything is saved
   */
  public boolean mayClose(Runnable close) {
    List<String> unsaved =
        session.flows().stream()
            .filter(flow -> flow.dirty().get())
            .map(flow -> flow.stored().get().flow().name())
            .toList();
    if (unsaved.isEmpty()) {
      return true;
    }
    return switch (question.ask(unsaved)) {
      case DISCARD -> true;
      case STAY -> false;
      case SAVE -> {
        session.saveAll(close);
        yield false;
      }
    };
  }
}
