package io.qarion.core.plugin;

import io.qarion.core.history.HistoryRepository;
import java.nio.file.Path;

/** Keeps history in one kind of storage. */
public interface RepositoryPlugin {

  /** The value of {@code [metadata_engine] name} it answers to. */
  String storageType();

  /** Opens the history in a file, and makes it if it is not there. */
  HistoryRepository createHistoryRepository(Path file);
}
