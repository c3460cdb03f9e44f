package org.example;

import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineSettings;
import io.qarion.core.flow.Settings;
import io.qarion.core.plugin.EnginePlugin;
import io.qarion.core.plugin.Plugins;
import io.qarion.testkit.EngineSuite;
import io.qarion.testkit.HowToPage;
import io.qarion.testkit.PluginJar;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimedEngineTest extends EngineSuite {

  @Override
  protected Engine open(Path folder) {
    return Plugins.load()
        .engine("duckdb_timed")
        .open(
            new EngineSettings(
                Settings.NONE,
                folder,
                folder.resolve("work"),
                folder.resolve("tmp"),
                List.of(folder.resolve("data"))));
  }

  @Test
  void isFoundInAJarOfItsOwn(@TempDir Path folder) throws Exception {
    PluginJar.expectFound(EnginePlugin.class, TimedEngine.class, folder);
  }

  @Test
  void thePageShowsThisModule() {
    HowToPage.of(Path.of("../add-an-engine.md")).shows(Path.of(""));
  }
}
