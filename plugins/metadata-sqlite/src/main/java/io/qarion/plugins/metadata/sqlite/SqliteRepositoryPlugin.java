package io.qarion.plugins.metadata.sqlite;

import io.qarion.core.history.HistoryRepository;
import io.qarion.core.plugin.RepositoryPlugin;
import java.nio.file.Path;
import java.time.Clock;

/** Keeps history in SQLite. */
public final class SqliteRepositoryPlugin implements RepositoryPlugin {

  @Override
  public String storageType() {
    return "sqlite";
  }

  @Override
  public HistoryRepository createHistoryRepository(Path file) {
    return new SqliteHistoryRepository(MetadataDatabase.open(file), Clock.systemUTC());
  }
}
