package io.qarion.app.designer.session;

import io.qarion.app.designer.command.Command;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.core.toml.TomlDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * Edits of several flows and of files that declare datasets, undone and redone as one: from any of
 * the flows, and in all others that have not been edited since. To be used in the window's thread.
 */
public final class SharedEdits {

  private final DesignerSession session;
  private final BackgroundTasks tasks;
  private final List<Shared> made = new ArrayList<>();

  /** Done when the files are written as was asked last, so that no later writing comes before. */
  private CompletableFuture<Boolean> written = CompletableFuture.completedFuture(true);

  SharedEdits(DesignerSession session, BackgroundTasks tasks) {
    this.session = session;
    this.tasks = tasks;
    session.project().addListener((_, _, _) -> made.clear());
  }

  /**
   * What is to be done.
   *
   * @param name of the command in each flow
   * @param flows with their new texts
   * @param before the files that declare datasets, as they are; written at once
   * @param after the same files as they will be, in any order
   */
  public record Edit(
      String name,
      Map<FlowDocument, TomlDocument> flows,
      List<TomlDocument> before,
      List<TomlDocument> after) {

    public Edit {
      flows = Map.copyOf(flows);
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /**
   * Writes the files, then changes the flows. If a file can't be written, nothing is changed.
   *
   * @param shown the flow that it is undone from where no text of a flow changes
   * @param then is done after it
   */
  public void run(FlowDocument shown, Edit edit, Runnable then) {
    if (edit.after().isEmpty()) {
      change(shown, edit);
      then.run();
    } else {
      write(
          edit.before(),
          edit.after(),
          () -> {
            change(shown, edit);
            then.run();
          });
    }
  }

  private void change(FlowDocument shown, Edit edit) {
    var commands = new LinkedHashMap<FlowDocument, Command>();
    edit.flows()
        .forEach((flow, text) -> {
          flow.edit(edit.name(), _ -> text);
          flow.commands().lastDone().ifPresent(command -> commands.put(flow, command));
        });
    if (commands.isEmpty()) {
      var mark = new FilesEdit(edit.name());
      shown.commands().run(mark);
      commands.put(shown, mark);
    }
    made.add(new Shared(edit, commands));
  }

  /** Takes the last edit of a flow back, with all that belongs to it. */
  public void undo(FlowDocument flow) {
    made.stream()
        .filter(shared -> shared.isLastDone(flow))
        .findFirst()
        .ifPresentOrElse(this::undo, () -> flow.commands().undo());
  }

  /** Takes an edit back wherever it is still the last, and in the files in any case. */
  public void undo(Edit edit) {
    made.stream().filter(shared -> shared.edit().equals(edit)).findFirst().ifPresent(this::undo);
  }

  private void undo(Shared shared) {
    session.newsSeen();
    session.flows().stream().filter(shared::isLastDone).forEach(each -> each.commands().undo());
    if (shared.turn(false)) {
      write(shared.edit().after(), shared.edit().before(), () -> {});
    }
  }

  /** Does the edit of a flow again that was undone last, with all that belongs to it. */
  public void redo(FlowDocument flow) {
    made.stream()
        .filter(shared -> shared.isLastUndone(flow))
        .findFirst()
        .ifPresentOrElse(this::redo, () -> flow.commands().redo());
  }

  private void redo(Shared shared) {
    session.flows().stream().filter(shared::isLastUndone).forEach(each -> each.commands().redo());
    if (shared.turn(true)) {
      write(shared.edit().before(), shared.edit().after(), () -> {});
    }
  }

  private void write(List<TomlDocument> now, List<TomlDocument> then, Runnable done) {
    Optional<OpenProject> project = session.project().get();
    if (project.isEmpty() || then.isEmpty()) {
      return;
    }
    CompletableFuture<Boolean> before = written;
    var over = new CompletableFuture<Boolean>();
    written = over;
    tasks.start(
        "Write datasets",
        _ -> {
          before.join();
          project.get().datasetFiles().replace(now, then);
          return true;
        },
        result -> {
          over.complete(result);
          done.run();
          session.checkAll();
        },
        error -> {
          over.complete(false);
          session.failed(error);
        });
  }

  /** What was done, by the command of each flow. */
  private static final class Shared {

    private final Edit edit;
    private final Map<FlowDocument, Command> commands;

    /** Whether the files are as they are after it. */
    private boolean done = true;

    Shared(Edit edit, Map<FlowDocument, Command> commands) {
      this.edit = edit;
      this.commands = Map.copyOf(commands);
    }

    Edit edit() {
      return edit;
    }

    boolean isLastDone(FlowDocument flow) {
      return flow.commands().lastDone().filter(is(flow)).isPresent();
    }

    boolean isLastUndone(FlowDocument flow) {
      return flow.commands().lastUndone().filter(is(flow)).isPresent();
    }

    private Predicate<Command> is(FlowDocument flow) {
      return command -> command.equals(commands.get(flow));
    }

    /** Says which way the files go; false if they are there. */
    boolean turn(boolean newDone) {
      boolean turns = done != newDone;
      done = newDone;
      return turns;
    }
  }
}
