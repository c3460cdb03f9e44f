package io.qarion.app.designer.shell;

import io.qarion.app.designer.settings.KeptTextSize;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.theme.TextSize;
import io.qarion.app.designer.theme.Theme;
import io.qarion.core.problem.QarionException;
import java.util.function.Consumer;

/** Gives the window the size of text that its user chose last time, and remembers the next. */
public final class TextSizeMemory {

  private final Theme theme;
  private final KeptTextSize kept;
  private final BackgroundTasks tasks;
  private final Consumer<QarionException> failed;

  /**
   * @param failed gets what kept it from being read or written
   */
  public TextSizeMemory(
      Theme theme, KeptTextSize kept, BackgroundTasks tasks, Consumer<QarionException> failed) {
    this.theme = theme;
    this.kept = kept;
    this.tasks = tasks;
    this.failed = failed;
  }

  /** Reads what is kept, beside the window. */
  public void start() {
    tasks.startQuietly("Read the size of text", _ -> kept.read(), this::follow, failed);
  }

  private void follow(TextSize size) {
    theme.textSize().set(size);
    theme.textSize().addListener((_, _, chosen) -> remember(chosen));
  }

  private void remember(TextSize size) {
    tasks.startQuietly(
        "Remember the size of text",
        _ -> {
          kept.write(size);
          return size;
        },
        _ -> {},
        failed);
  }
}
