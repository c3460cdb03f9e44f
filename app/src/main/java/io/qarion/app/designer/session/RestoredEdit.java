package io.qarion.app.designer.session;

import io.qarion.app.designer.command.Command;
import io.qarion.app.designer.journal.TextChange;
import java.util.function.Consumer;

/** An edit from before a restart; the texts around it are made only when it is undone or redone. */
record RestoredEdit(String name, TextChange change, Consumer<TextChange> target)
    implements Command {

  @Override
  public void run() {
    target.accept(change);
  }

  @Override
  public void undo() {
    target.accept(change.reversed());
  }
}
