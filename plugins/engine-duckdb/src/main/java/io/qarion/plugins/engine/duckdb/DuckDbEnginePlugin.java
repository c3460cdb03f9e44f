package io.qarion.plugins.engine.duckdb;

import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineCapability;
import io.qarion.core.engine.EngineSettings;
import io.qarion.core.flow.Settings;
import io.qarion.core.plugin.EnginePlugin;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.plugins.duckdb.DuckDbInstance;
import io.qarion.plugins.duckdb.DuckDbSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Opens DuckDB databases. */
public final class DuckDbEnginePlugin implements EnginePlugin {

  @Override
  public List<String> engineTypes() {
    return List.of("duckdb");
  }

  @Override
  public Set<EngineCapability> capabilities() {
    return Set.of(EngineCapability.values());
  }

  @Override
  public List<PropertyDeclaration> properties() {
    return List.of(
        PropertyDeclaration.optional(
            "path", Simple.FILE, ".qarion/data.duckdb", "The database file."),
        PropertyDeclaration.optional(
            "memory_limit", Simple.TEXT, "60% of RAM", "Memory DuckDB may use, such as \"4GB\"."),
        PropertyDeclaration.optional("threads", Simple.INTEGER, "all cores", "Threads at work."),
        PropertyDeclaration.optional(
            "temp_directory", Simple.FILE, ".qarion/tmp/spill", "Where big steps spill to disk."),
        PropertyDeclaration.optional(
            "max_temp_size", Simple.TEXT, "free disk", "Disk that spilling may use."));
  }

  @Override
  public Engine open(EngineSettings settings) {
    Settings config = settings.config();
    Path database =
        config
            .text("path")
            .map(settings.projectRoot()::resolve)
            .orElse(settings.workFolder().resolve("data.duckdb"));
    Path spill =
        config
            .text("temp_directory")
            .map(settings.projectRoot()::resolve)
            .orElse(settings.temporary().resolve("spill"));
    Path snapshots = database.resolveSibling(database.getFileName() + ".snapshots");
    var folders = new ArrayList<>(settings.readable());
    folders.add(snapshots);
    folders.add(settings.workFolder());
    folders.add(settings.temporary());
    var instance =
        DuckDbInstance.open(
            new DuckDbSettings(
                Optional.of(database),
                config.text("memory_limit"),
                config.integer("threads").map(Math::toIntExact),
                spill,
                config.text("max_temp_size"),
                folders));
    return new DuckDbEngine(instance, database, snapshots);
  }
}
