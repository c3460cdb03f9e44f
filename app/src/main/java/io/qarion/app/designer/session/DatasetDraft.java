package io.qarion.app.designer.session;

import io.qarion.app.designer.command.CommandStack;
import io.qarion.app.designer.journal.EditHistory;
import io.qarion.app.designer.journal.FlowJournal;
import io.qarion.app.designer.journal.TextChange;
import io.qarion.core.toml.TomlDocument;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The text of a dataset's file with every edit of it. Both outlive the window in which they are
 * made: edits can be undone as long as the project is open, and after a restart where there is a
 * journal. Nothing stands in the file before it is saved. To be used in the window's thread.
 */
public final class DatasetDraft {

  private final CommandStack commands;
  private final ReadOnlyObjectWrapper<TomlDocument> text;
  private final Optional<FlowJournal> journal;
  private TomlDocument inFile;

  /**
   * @param inFile what the file says; an empty text while there is none
   * @param journal writes down every edit; empty for a dataset that no file declares yet
   */
  DatasetDraft(TomlDocument inFile, Optional<FlowJournal> journal) {
    this.inFile = inFile;
    this.text = new ReadOnlyObjectWrapper<>(inFile);
    this.journal = journal;
    this.commands = new CommandStack(new TextEditLog(journal));
  }

  /** Goes on where an earlier session stopped. */
  void restore(EditHistory history) {
    text.set(inFile.withText(history.text()));
    commands.restore(restored(history.done()), restored(history.undone()));
  }

  private List<RestoredEdit> restored(List<EditHistory.Edit> edits) {
    return edits.stream()
        .map(edit -> new RestoredEdit(edit.name(), edit.change(), this::change))
        .toList();
  }

  private void change(TextChange change) {
    text.set(inFile.withText(change.apply(text.get().text())));
  }

  public CommandStack commands() {
    return commands;
  }

  /** The text as it is edited; an empty one while nobody declares the dataset. */
  public ReadOnlyObjectProperty<TomlDocument> text() {
    return text.getReadOnlyProperty();
  }

  /** What was last read from the file, or written into it; an empty text while there is none. */
  public TomlDocument inFile() {
    return inFile;
  }

  public boolean isChanged() {
    return !text.get().text().equals(inFile.text());
  }

  /**
   * Gives it another text by a command that can be undone; nothing happens if it stays the same.
   *
   * @param name what it does, for the buttons that undo it
   */
  public void edit(String name, TomlDocument after) {
    TomlDocument before = text.get();
    if (!after.text().equals(before.text())) {
      commands.run(new TextEdit(name, before, after, text::set));
    }
  }

  /**
   * Takes what the file says now. If somebody else has changed it, that is an edit, so that one's
   * own text is not lost.
   *
   * @param name of that edit
   */
  public void read(String name, TomlDocument file) {
    if (!file.text().equals(inFile.text())) {
      saved(file);
      edit(name, file);
    }
  }

  /** Says that the file has a text now. */
  public void saved(TomlDocument file) {
    inFile = file;
    journal.ifPresent(open -> open.fileSeen(file.text()));
  }
}
