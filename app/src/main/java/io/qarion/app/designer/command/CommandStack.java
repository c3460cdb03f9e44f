package io.qarion.app.designer.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** All edits of one flow in their order, however many. To be used in the window's thread. */
public final class CommandStack {

  private final Deque<Command> done = new ArrayDeque<>();
  private final Deque<Command> undone = new ArrayDeque<>();
  private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper depth = new ReadOnlyIntegerWrapper();
  private final CommandLog log;

  public CommandStack() {
    this(CommandLog.NONE);
  }

  /**
   * @param log hears of everything that is done
   */
  public CommandStack(CommandLog log) {
    this.log = log;
  }

  /**
   * Goes on where another one stopped, with nothing done again; the log hears nothing of it.
   *
   * @param earlier edits that can be undone, oldest first
   * @param next edits that can be done again, the next one first
   */
  public void restore(List<? extends Command> earlier, List<? extends Command> next) {
    done.clear();
    undone.clear();
    earlier.forEach(done::push);
    undone.addAll(next);
    update();
  }

  /** Does an edit; what was undone before can't be done again then. */
  public void run(Command command) {
    command.run();
    done.push(command);
    undone.clear();
    log.ran(command);
    update();
  }

  /** Takes the last edit back; nothing happens if there is none. */
  public void undo() {
    if (!done.isEmpty()) {
      Command command = done.pop();
      command.undo();
      undone.push(command);
      log.undone(command);
      update();
    }
  }

  /** Does the edit again that was undone last; nothing happens if there is none. */
  public void redo() {
    if (!undone.isEmpty()) {
      Command command = undone.pop();
      command.run();
      done.push(command);
      log.redone(command);
      update();
    }
  }

  /** The edit that would be undone. */
  public Optional<Command> lastDone() {
    return Optional.ofNullable(done.peek());
  }

  /** The edit that would be done again. */
  public Optional<Command> lastUndone() {
    return Optional.ofNullable(undone.peek());
  }

  /** Name of the edit that would be undone; empty if there is none. */
  public ReadOnlyStringProperty undoName() {
    return undoName.getReadOnlyProperty();
  }

  /** Name of the edit that would be done again; empty if there is none. */
  public ReadOnlyStringProperty redoName() {
    return redoName.getReadOnlyProperty();
  }

  /** How many edits can be undone. */
  public ReadOnlyIntegerProperty depth() {
    return depth.getReadOnlyProperty();
  }

  private void update() {
    undoName.set(done.isEmpty() ? "" : done.element().name());
    redoName.set(undone.isEmpty() ? "" : undone.element().name());
    depth.set(done.size());
  }
}
