package io.qarion.plugins.engine.sqlite;

import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineCapability;
import io.qarion.core.engine.EngineSettings;
import io.qarion.core.plugin.EnginePlugin;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.plugins.duckdb.LocalFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Opens SQLite databases. */
public final class SqliteEnginePlugin implements EnginePlugin {

  @Override
  public List<String> engineTypes() {
    return List.of("sqlite");
  }

  @Override
  public Set<EngineCapability> capabilities() {
    return SqliteEngine.CAPABILITIES;
  }

  @Override
  public List<PropertyDeclaration> properties() {
    return List.of(
        PropertyDeclaration.optional(
            "path", Simple.FILE, ".qarion/data.sqlite", "The database file."));
  }

  @Override
  public Engine open(EngineSettings settings) {
    Path file =
        settings
            .config()
            .text("path")
            .map(settings.projectRoot()::resolve)
            .orElse(settings.workFolder().resolve("data.sqlite"));
    var folders = new ArrayList<>(settings.readable());
    folders.add(settings.workFolder());
    folders.add(settings.temporary());
    var files = new LocalFiles(settings.temporary().resolve("spill"), folders);
    return new SqliteEngine(
        new SqliteDatabase(file, settings.temporary(), new JavaFunctions()), files);
  }
}
