package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineSettings;
import io.qarion.core.flow.Settings;
import java.nio.file.Path;
import java.util.List;

/** Opens engines for tests, as a project does. */
final class TestEngines {

  private TestEngines() {}

  static Engine open(Path folder) {
    return new MemoryEnginePlugin()
        .open(
            new EngineSettings(
                Settings.NONE,
                folder,
                folder.resolve("work"),
                folder.resolve("tmp"),
                List.of(folder.resolve("data"))));
  }
}
