package io.qarion.app.designer.session;

import io.qarion.app.designer.command.CommandStack;
import io.qarion.app.designer.journal.EditHistory;
import io.qarion.app.designer.journal.FlowJournal;
import io.qarion.app.designer.journal.SetAside;
import io.qarion.app.designer.journal.TextChange;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.TaskId;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.toml.FlowToml;
import io.qarion.core.toml.TomlDocument;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * A flow that is open: its text with every edit, and what was last made of it. A text that can't be
 * read leaves the last good graph standing. To be used in the window's thread.
 */
public final class FlowDocument {

  private FlowId id;
  private final CommandStack commands;
  private final FlowRunState runState = new FlowRunState();
  private final ReadOnlyObjectWrapper<StoredFlow> stored;
  private final ReadOnlyObjectWrapper<Optional<CompiledFlow>> compiled =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
  private final ObservableList<Problem> problems = FXCollections.observableArrayList();
  private final ObservableList<Problem> problemsSeen =
      FXCollections.unmodifiableObservableList(problems);
  private final ObjectProperty<Optional<TaskId>> selection =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Integer>> lookedAt =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Set<TaskId>> together = new SimpleObjectProperty<>(Set.of());
  private final ObjectProperty<Optional<String>> note =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<OutsideChange> outside =
      new ReadOnlyObjectWrapper<>(new OutsideChange.None());
  private final ObservableList<SetAside> setAside = FXCollections.observableArrayList();
  private final Optional<FlowJournal> journal;
  private TomlDocument inFile;

  /**
   * @param journal writes down every edit; empty for a flow that is only looked at
   */
  FlowDocument(StoredFlow saved, Optional<FlowJournal> journal) {
    this.id = saved.id();
    this.stored = new ReadOnlyObjectWrapper<>(saved);
    this.inFile = saved.document();
    this.journal = journal;
    this.commands = new CommandStack(new TextEditLog(journal));
    this.problems.setAll(saved.problems());
    selection.addListener((_, _, _) -> lookedAt.set(Optional.empty()));
  }

  /** The id that its file had last, which names it whatever is typed. */
  public FlowId id() {
    return id;
  }

  public CommandStack commands() {
    return commands;
  }

  /** What is known of its runs. */
  public FlowRunState runState() {
    return runState;
  }

  /** The flow as its text says now. */
  public ReadOnlyObjectProperty<StoredFlow> stored() {
    return stored.getReadOnlyProperty();
  }

  /** The last graph that could be made; empty before the first. */
  public ReadOnlyObjectProperty<Optional<CompiledFlow>> compiled() {
    return compiled.getReadOnlyProperty();
  }

  /** Whether the graph is older than the text, which can't be read. */
  public ReadOnlyBooleanProperty stale() {
    return stale.getReadOnlyProperty();
  }

  /** What somebody else has done to the file, and waits for an answer. */
  public ReadOnlyObjectProperty<OutsideChange> outside() {
    return outside.getReadOnlyProperty();
  }

  /** Edits of an earlier session that don't fit the file any more; oldest first. */
  public ObservableList<SetAside> setAside() {
    return setAside;
  }

  /** What was last read from the file, or written into it. */
  public TomlDocument inFile() {
    return inFile;
  }

  /** Whether the text differs from the file's. */
  public ReadOnlyBooleanProperty dirty() {
    return dirty.getReadOnlyProperty();
  }

  /** All findings, each at its place. */
  public ObservableList<Problem> problems() {
    return problemsSeen;
  }

  /** The step that all panels look at. */
  public ObjectProperty<Optional<TaskId>> selection() {
    return selection;
  }

  /** All steps that are chosen on the canvas, of which all panels look at the first. */
  public ObjectProperty<Set<TaskId>> together() {
    return together;
  }

  /** The visual step inside the chosen one after which rows are looked at; empty for the last. */
  public ObjectProperty<Optional<Integer>> lookedAt() {
    return lookedAt;
  }

  /** The id of the note that all panels look at. */
  public ObjectProperty<Optional<String>> note() {
    return note;
  }

  public TomlDocument document() {
    return stored.get().document();
  }

  /**
   * Changes the text by a command that can be undone; nothing happens if it stays the same.
   *
   * @param name what it does, for menus
   * @throws io.qarion.core.problem.QarionException if the change can't be made; nothing is changed
   */
  public void edit(String name, UnaryOperator<TomlDocument> change) {
    TomlDocument before = document();
    TomlDocument after = change.apply(before);
    if (!after.text().equals(before.text())) {
      commands.run(new TextEdit(name, before, after, this::show));
    }
  }

  /** Takes a text as it was typed. */
  public void type(String name, String text) {
    edit(name, before -> before.withText(text));
  }

  /** Says that the text now stands in the file. */
  public void saved(TomlDocument written) {
    outside.set(new OutsideChange.None());
    know(written);
  }

  /** Says that the text stands in another file now, under the id that it says; edits stay. */
  void renamed(StoredFlow written) {
    id = written.id();
    journal.ifPresent(open -> open.moved(written.file()));
    inFile = written.document();
    stored.set(
        new StoredFlow(
            id, written.file(), stored.get().flow(), document(), stored.get().problems()));
    show(document());
    runState.forget();
    saved(written.document());
  }

  /**
   * Takes the file as it is now, as an edit that can be undone.
   *
   * @param name what it does, for menus
   */
  public void take(String name, TomlDocument theirs) {
    edit(name, _ -> theirs);
    saved(theirs);
  }

  /** Keeps the text here: the next saving knowingly writes over what the file has now. */
  public void keepMine() {
    if (outside.get() instanceof OutsideChange.Changed(TomlDocument theirs)) {
      saved(theirs);
    }
  }

  /**
   * Goes back to what is in the file, by an edit that can be undone.
   *
   * @param name what it does, for menus
   */
  void discard(String name) {
    switch (outside.get()) {
      case OutsideChange.Changed(TomlDocument theirs) -> take(name, theirs);
      case OutsideChange.None _, OutsideChange.Deleted _ -> edit(name, _ -> inFile);
    }
  }

  /** Hears that somebody else changed the file while there are edits here. */
  void changedOutside(TomlDocument theirs) {
    outside.set(new OutsideChange.Changed(theirs));
  }

  /** Hears that the file is gone. */
  void deletedOutside() {
    outside.set(new OutsideChange.Deleted());
    updateDirty();
  }

  /** Goes on where an earlier session stopped. */
  void restore(EditHistory history) {
    if (!history.text().equals(document().text())) {
      show(document().withText(history.text()));
    }
    commands.restore(restored(history.done()), restored(history.undone()));
  }

  private List<RestoredEdit> restored(List<EditHistory.Edit> edits) {
    return edits.stream()
        .map(edit -> new RestoredEdit(edit.name(), edit.change(), this::change))
        .toList();
  }

  private void change(TextChange change) {
    show(document().withText(change.apply(document().text())));
  }

  private void know(TomlDocument file) {
    inFile = file;
    journal.ifPresent(open -> open.fileSeen(file.text()));
    updateDirty();
  }

  private void updateDirty() {
    dirty.set(
        outside.get() instanceof OutsideChange.Deleted || !document().text().equals(inFile.text()));
  }

  /** Takes what was compiled from a text; ignored if the text has changed since. */
  void compiled(TomlDocument from, CompiledFlow flow) {
    if (from != document()) {
      return;
    }
    problems.setAll(flow.problems());
    boolean readable = from.isValid();
    stale.set(!readable);
    if (readable) {
      compiled.set(Optional.of(flow));
      selection
          .get()
          .filter(step -> flow.dag().find(step).isEmpty() && isNoTask(flow, step))
          .ifPresent(_ -> selection.set(Optional.empty()));
    }
  }

  /** A task that is switched off is no step, and can be chosen all the same. */
  private static boolean isNoTask(CompiledFlow flow, TaskId step) {
    return flow.flow().tasks().stream().noneMatch(task -> task.id().equals(step));
  }

  private void show(TomlDocument text) {
    // Edits from before the flow was renamed name the file it had then.
    TomlDocument document =
        text.fileName().equals(stored.get().file()) ? text : inFile.withText(text.text());
    FlowToml.Reading reading = FlowToml.read(document);
    if (!document.isValid()) {
      problems.setAll(reading.problems());
      stale.set(true);
    }
    stored.set(
        new StoredFlow(
            id, stored.get().file(), reading.flow(), document, List.copyOf(reading.problems())));
    updateDirty();
  }
}
