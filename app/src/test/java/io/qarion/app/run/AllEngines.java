package io.qarion.app.run;

import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineSettings;
import io.qarion.core.flow.Settings;
import io.qarion.core.plugin.Plugins;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The local engines of the program, each with a data store of its own. */
final class AllEngines {

  private AllEngines() {}

  static Map<String, Engine> open(Path folder) {
    Plugins plugins = Plugins.load();
    Map<String, Engine> engines = new LinkedHashMap<>();
    for (String name : List.of("duckdb", "sqlite", "tablesaw_memory")) {
      Path own = folder.resolve(name);
      engines.put(
          name,
          plugins
              .engine(name)
              .open(
                  new EngineSettings(
                      Settings.NONE, own, own.resolve("work"), own.resolve("tmp"), List.of())));
    }
    return engines;
  }
}
