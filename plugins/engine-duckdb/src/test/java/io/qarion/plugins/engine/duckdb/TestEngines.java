package io.qarion.plugins.engine.duckdb;

import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineSettings;
import io.qarion.core.flow.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Opens engines for tests, as a project does. */
final class TestEngines {

  private TestEngines() {}

  static Engine open(Path folder) {
    return new DuckDbEnginePlugin()
        .open(
            new EngineSettings(
                Settings.of(Map.of("threads", 2L, "memory_limit", "500MB")),
                folder,
                folder.resolve("work"),
                folder.resolve("tmp"),
                List.of(folder.resolve("data"))));
  }
}
