package io.qarion.app.designer.journal;

import io.qarion.core.file.FileFailures;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The thread that writes a project's journals; says once if they can't be written. */
final class JournalWriter implements AutoCloseable {

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("journal").factory());
  private final Consumer<Problem> warnings;
  private boolean warned;

  /**
   * @param warnings gets what the user should know, on any thread
   */
  JournalWriter(Consumer<Problem> warnings) {
    this.warnings = warnings;
  }

  /** Does it after all that was given before; nothing happens once this is closed. */
  void submit(Runnable step) {
    if (!thread.isShutdown()) {
      thread.execute(step);
    }
  }

  synchronized void failed(Path journal, Throwable cause) {
    if (!warned) {
      warned = true;
      warnings.accept(unwritable(journal, cause));
    }
  }

  private static Problem unwritable(Path journal, Throwable cause) {
    String reason =
        switch (cause) {
          case QarionException e -> e.problems().getFirst().message();
          case IOException e -> FileFailures.reason(e) + ". " + FileFailures.disk(journal);
          default -> String.valueOf(cause.getMessage());
        };
    return Problem.warning(
        "journal.write",
        Place.in(journal.toString(), 0, 0),
        "Edits can't be kept until they are saved: " + reason,
        "You can go on and save as always. Free space or give yourself the right to write there,"
            + " then save.");
  }

  /** Waits until everything is written. */
  @Override
  public void close() {
    thread.close();
  }
}
