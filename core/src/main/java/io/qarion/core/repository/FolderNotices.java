package io.qarion.core.repository;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The operating system's notices that something happened in some folders. */
final class FolderNotices implements AutoCloseable {

  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };

  private final Path root;
  private final List<String> folders;
  private final WatchService service;
  private final Map<String, WatchKey> keys = new HashMap<>();

  private FolderNotices(Path root, List<String> folders, WatchService service) {
    this.root = root;
    this.folders = folders;
    this.service = service;
  }

  /** Empty where the system gives no notices. */
  static Optional<FolderNotices> below(Path root, List<String> folders) {
    try {
      var notices = new FolderNotices(root, folders, root.getFileSystem().newWatchService());
      notices.register();
      return Optional.of(notices);
    } catch (IOException | UnsupportedOperationException _) {
      return Optional.empty();
    }
  }

  /** Waits for a notice; false if none came, or the waiting was ended by closing. */
  boolean await(long millis) {
    try {
      WatchKey key = service.poll(millis, TimeUnit.MILLISECONDS);
      boolean noticed = key != null;
      while (key != null) {
        key.pollEvents();
        key.reset();
        key = service.poll();
      }
      register();
      return noticed;
    } catch (ClosedWatchServiceException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Folders may come and go. */
  private void register() {
    for (String folder : folders) {
      WatchKey old = keys.get(folder);
      if (old == null || !old.isValid()) {
        keys.remove(folder);
        register(folder).ifPresent(key -> keys.put(folder, key));
      }
    }
  }

  /** Without one, files of the folder are looked at from time to time all the same. */
  private Optional<WatchKey> register(String folder) {
    Path path = root.resolve(folder);
    if (!Files.isDirectory(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(path.register(service, KINDS));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      throw new IllegalStateException("notices of " + root + " can't be ended", e);
    }
  }
}
