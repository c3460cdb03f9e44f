package io.qarion.app.designer.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandStackTest {

  private final List<String> log = new ArrayList<>();
  private final CommandStack stack = new CommandStack();

  @Test
  void undoAndRedoGoThroughEveryEditByName() {
    stack.run(new Logged("one"));
    stack.run(new Logged("two"));
    assertThat(stack.undoName().get()).isEqualTo("two");

    stack.undo();
    stack.undo();
    assertThat(stack.undoName().get()).isEmpty();
    assertThat(stack.redoName().get()).isEqualTo("one");
    stack.redo();

    assertThat(log).containsExactly("+one", "+two", "-two", "-one", "+one");
    assertThat(stack.depth().get()).isEqualTo(1);
  }

  @Test
  void aNewEditForgetsWhatWasUndone() {
    stack.run(new Logged("one"));
    stack.undo();
    stack.run(new Logged("two"));

    stack.redo();

    assertThat(log).containsExactly("+one", "-one", "+two");
    assertThat(stack.redoName().get()).isEmpty();
  }

  @Test
  void nothingHappensWhereThereIsNothingToUndo() {
    stack.undo();
    stack.redo();

    assertThat(log).isEmpty();
  }

  @Test
  void itGoesOnWhereAnotherOneStopped() {
    stack.run(new Logged("forgotten"));
    log.clear();

    stack.restore(
        List.of(new Logged("one"), new Logged("two")),
        List.of(new Logged("three"), new Logged("four")));

    assertThat(log).isEmpty();
    assertThat(stack.depth().get()).isEqualTo(2);
    stack.redo();
    stack.redo();
    stack.redo();
    stack.undo();
    stack.undo();
    stack.undo();
    assertThat(log).containsExactly("+three", "+four", "-four", "-three", "-two");
    assertThat(stack.undoName().get()).isEqualTo("one");
  }

  @Test
  void aLogHearsOfWhatIsDoneInOrder() {
    var listening = new CommandStack(new Listening());

    listening.redo();
    listening.run(new Logged("one"));
    listening.undo();
    listening.undo();
    listening.redo();

    assertThat(log).containsExactly("+one", "ran one", "-one", "undone one", "+one", "redone one");
  }

  /** Notes what it hears. */
  private final class Listening implements CommandLog {

    @Override
    public void ran(Command command) {
      log.add("ran " + command.name());
    }

    @Override
    public void undone(Command command) {
      log.add("undone " + command.name());
    }

    @Override
    public void redone(Command command) {
      log.add("redone " + command.name());
    }
  }

  /** Notes what is done with it. */
  private final class Logged implements Command {

    private final String name;

    Logged(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void run() {
      log.add("+" + name);
    }

    @Override
    public void undo() {
      log.add("-" + name);
    }
  }
}
