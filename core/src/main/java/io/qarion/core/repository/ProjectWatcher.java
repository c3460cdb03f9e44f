package io.qarion.core.repository;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells when somebody else changes a project's files. The operating system's notices make it quick;
 * a look at all files every second makes it sure where there are none, as on network drives.
 */
public final class ProjectWatcher implements AutoCloseable {

  private static final long LOOK_EVERY_MILLIS = 1000;

  /** So that several writes of one saving make one report. */
  private static final long SETTLE_MILLIS = 50;

  private final FileStates states;
  private final Consumer<Set<String>> listener;
  private final Optional<FolderNotices> notices;
  private final CountDownLatch closed = new CountDownLatch(1);

  private ProjectWatcher(FileStates states, Consumer<Set<String>> listener, Path root) {
    this.states = states;
    this.listener = listener;
    this.notices = FolderNotices.below(root, states.folders());
  }

  /**
   * Watches from now on, until closed. It keeps no program alive.
   *
   * @param listener gets the files that were changed, added or deleted, relative to the project; on
   *     a thread of the watcher; must not throw
   */
  static ProjectWatcher start(Path root, OwnWrites ownWrites, Consumer<Set<String>> listener) {
    var states = new FileStates(root, ownWrites);
    states.changed();
    var watcher = new ProjectWatcher(states, listener, root);
    Thread.ofVirtual().name("project-watcher").start(watcher::run);
    return watcher;
  }

  private void run() {
    while (!pause()) {
      Set<String> changed = states.changed();
      if (!changed.isEmpty() && closed.getCount() > 0) {
        listener.accept(changed);
      }
    }
  }

  /** Until there may be news; true if it is over. */
  private boolean pause() {
    try {
      boolean noticed = notices.isPresent() && notices.get().await(LOOK_EVERY_MILLIS);
      long wait = noticed ? SETTLE_MILLIS : notices.isPresent() ? 0 : LOOK_EVERY_MILLIS;
      return closed.await(wait, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** No report comes after this, but one that is under way. */
  @Override
  public void close() {
    closed.countDown();
    notices.ifPresent(FolderNotices::close);
  }
}
