package io.qarion.app.designer.shell;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.welcome.FolderChoice;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.util.function.Predicate;

/** Opens another project in the place of this one, if nothing would be lost by that. */
final class ProjectOpening {

  private final DesignerSession session;
  private final FolderChoice folders;
  private final Messages messages;

  ProjectOpening(DesignerSession session, FolderChoice folders, Messages messages) {
    this.session = session;
    this.folders = folders;
    this.messages = messages;
  }

  /** Asks for the folder of a project and opens it. */
  void ask() {
    if (any(flow -> flow.runState().running().get())) {
      refuse("project.running", messages.get("open.running"), messages.get("open.running.fix"));
    } else if (any(flow -> flow.dirty().get())) {
      refuse("project.unsaved", messages.get("open.unsaved"), messages.get("open.unsaved.fix"));
    } else {
      folders.choose(messages.get("welcome.open")).ifPresent(session::open);
    }
  }

  private boolean any(Predicate<FlowDocument> condition) {
    return session.flows().stream().anyMatch(condition);
  }

  private void refuse(String code, String message, String fix) {
    session.failed(new QarionException(Problem.error(code, Place.UNKNOWN, message, fix)));
  }
}
