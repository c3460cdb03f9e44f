package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.engine.DataStoreId;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineCapability;
import io.qarion.core.engine.EngineSettings;
import io.qarion.core.plugin.EnginePlugin;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.plugins.duckdb.LocalFiles;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Opens engines that keep their tables as Parquet files. */
public final class LocalEnginePlugin implements EnginePlugin {

  @Override
  public List<String> engineTypes() {
    return List.of("tablesaw_local", "pandas_local");
  }

  @Override
  public Set<EngineCapability> capabilities() {
    var all = EnumSet.of(EngineCapability.PERSISTENT);
    all.addAll(TablesawSettings.CAPABILITIES);
    return all;
  }

  @Override
  public List<PropertyDeclaration> properties() {
    return List.of(
        PropertyDeclaration.optional(
            "path", Simple.FILE, ".qarion/tablesaw", "The folder of the tables."),
        TablesawSettings.ROW_LIMIT);
  }

  @Override
  public Engine open(EngineSettings settings) {
    Path folder =
        settings
            .config()
            .text("path")
            .map(settings.projectRoot()::resolve)
            .orElse(settings.workFolder().resolve("tablesaw"));
    LocalFiles files = TablesawSettings.files(settings, folder);
    return new TablesawEngine(
        new DataStoreId("tablesaw_local", folder.toString()),
        capabilities(),
        new TableStore(new FolderKeeper(folder, files)),
        files,
        TablesawSettings.limit(settings));
  }
}
