package io.qarion.app.designer.session;

import io.qarion.app.designer.command.Command;
import io.qarion.app.designer.command.CommandLog;
import io.qarion.app.designer.journal.FlowJournal;
import java.util.Optional;

/**
 * Writes edits of a text into its journal.
 *
 * @param journal empty where edits are only kept as long as the program runs
 */
record TextEditLog(Optional<FlowJournal> journal) implements CommandLog {

  @Override
  public void ran(Command command) {
    if (command instanceof TextEdit edit) {
      journal.ifPresent(
          open -> open.edited(edit.name(), edit.before().text(), edit.after().text()));
    }
  }

  @Override
  public void undone(Command command) {
    journal.filter(_ -> isOfText(command)).ifPresent(FlowJournal::undone);
  }

  @Override
  public void redone(Command command) {
    journal.filter(_ -> isOfText(command)).ifPresent(FlowJournal::redone);
  }

  /** Others are not written down, and so can't be taken back after a restart. */
  private static boolean isOfText(Command command) {
    return !(command instanceof FilesEdit);
  }
}
