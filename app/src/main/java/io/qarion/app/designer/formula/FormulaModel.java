package io.qarion.app.designer.formula;

import io.qarion.app.designer.edit.CodePlace;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.OpenProject;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.LatestTask;
import io.qarion.app.designer.task.UiThread;
import io.qarion.core.problem.Problem;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.toml.TomlValue;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A text that is edited in the large, with what comes of it while it is typed. */
public final class FormulaModel {

  private static final long PAUSE_MILLIS = 150;

  private final DesignerSession session;
  private final Messages messages;
  private final LatestTask trying;
  private final ReadOnlyObjectWrapper<Optional<CodePlace>> place =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Trial> trial = new ReadOnlyObjectWrapper<>(Trial.NOTHING);
  private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
  private Optional<FlowDocument> flow = Optional.empty();
  private String text = "";

  public FormulaModel(
      DesignerSession session, BackgroundTasks tasks, UiThread ui, Messages messages) {
    this.session = session;
    this.messages = messages;
    this.trying = new LatestTask(tasks, ui, "Try what is typed", PAUSE_MILLIS);
  }

  /** What is edited; empty while nothing is. */
  ReadOnlyObjectProperty<Optional<CodePlace>> place() {
    return place.getReadOnlyProperty();
  }

  /** What comes of the text that was tried last. */
  ReadOnlyObjectProperty<Trial> trial() {
    return trial.getReadOnlyProperty();
  }

  /** Whether the text was changed since. */
  ReadOnlyBooleanProperty outdated() {
    return outdated.getReadOnlyProperty();
  }

  /** Begins to edit a text of the flow that is shown. */
  public void begin(CodePlace asked) {
    flow = session.active().get();
    trial.set(Trial.NOTHING);
    place.set(Optional.of(asked));
    type(asked.text());
  }

  /** Takes the text as it is typed. */
  void type(String typed) {
    text = typed;
    outdated.set(true);
    Optional<OpenProject> project = session.project().get();
    if (place.get().isEmpty() || flow.isEmpty() || project.isEmpty() || text.isBlank()) {
      trying.cancel();
      trial.set(Trial.NOTHING);
      return;
    }
    if (!session.trust().isGiven()) {
      trial.set(Trial.failed(List.of(messages.get("formula.not-trusted"))));
      return;
    }
    StoredFlow stored = flow.get().stored().get();
    var run =
        new TrialRun(
            project.get(),
            stored,
            session.stored(),
            place.get().get(),
            messages.get("formula.result"));
    trying.submit(
        cancellation -> run.of(typed, cancellation),
        this::show,
        error -> show(Trial.failed(error.problems().stream().map(Problem::message).toList())));
  }

  private void show(Trial result) {
    trial.set(result);
    outdated.set(false);
  }

  /** Writes the text into the flow, as one edit. */
  void apply() {
    CodePlace edited = place.get().orElseThrow();
    flow.ifPresent(document ->
        document.edit(
            messages.get("command.change", edited.label()),
            before ->
                text.isBlank()
                    ? before.remove(edited.path())
                    : before.set(edited.path(), new TomlValue.Text(text))));
    end();
  }

  /** Drops what was typed. */
  void end() {
    trying.cancel();
    place.set(Optional.empty());
  }
}
