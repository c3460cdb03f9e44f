package io.qarion.app.designer.shell;

import io.qarion.app.designer.settings.KeptLine;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.core.problem.QarionException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.Property;

/** Gives the window what its user chose last time, and remembers what is chosen next. */
public final class Memory {

  private final BackgroundTasks tasks;
  private final Consumer<QarionException> failed;

  /**
   * @param failed gets what kept something from being read or written
   */
  public Memory(BackgroundTasks tasks, Consumer<QarionException> failed) {
    this.tasks = tasks;
    this.failed = failed;
  }

  /**
   * Keeps a choice from now on; what is kept is read beside the window.
   *
   * @param text of a choice, as it is kept
   * @param parse what a text stands for; empty for one that stands for nothing
   */
  public <T> void keep(
      Property<T> choice,
      KeptLine line,
      Function<T, String> text,
      Function<String, Optional<T>> parse) {
    tasks.startQuietly(
        "Read what is liked",
        _ -> line.read().flatMap(parse),
        (Optional<T> kept) -> {
          kept.ifPresent(choice::setValue);
          choice.addListener((_, _, chosen) -> remember(line, text.apply(chosen)));
        },
        failed);
  }

  private void remember(KeptLine line, String text) {
    tasks.startQuietly(
        "Remember what is liked",
        _ -> {
          line.write(text);
          return text;
        },
        _ -> {},
        failed);
  }
}
