package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineSettings;
import io.qarion.core.flow.Settings;
import java.nio.file.Path;
import java.util.List;

/** Opens engines for tests, as a project does. */
final class TestEngines {

  private TestEngines() {}

  static Engine inMemory(Path folder) {
    return new MemoryEnginePlugin().open(settings(folder, Settings.NONE));
  }

  /** An engine whose tables are kept in the folder's work/tablesaw. */
  static Engine inFiles(Path folder) {
    return new LocalEnginePlugin().open(settings(folder, Settings.NONE));
  }

  static EngineSettings settings(Path folder, Settings config) {
    return new EngineSettings(
        config,
        folder,
        folder.resolve("work"),
        folder.resolve("tmp"),
        List.of(folder.resolve("data")));
  }
}
