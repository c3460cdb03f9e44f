package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.engine.DataStoreId;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineCapability;
import io.qarion.core.engine.EngineSettings;
import io.qarion.core.plugin.EnginePlugin;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.plugins.duckdb.LocalFiles;
import java.util.List;
import java.util.Set;

/** Opens engines that keep nothing. */
public final class MemoryEnginePlugin implements EnginePlugin {

  @Override
  public List<String> engineTypes() {
    return List.of("tablesaw_memory", "pandas_memory");
  }

  @Override
  public Set<EngineCapability> capabilities() {
    return TablesawSettings.CAPABILITIES;
  }

  @Override
  public List<PropertyDeclaration> properties() {
    return List.of(TablesawSettings.ROW_LIMIT);
  }

  @Override
  public Engine open(EngineSettings settings) {
    LocalFiles files = TablesawSettings.files(settings);
    return new TablesawEngine(
        new DataStoreId("tablesaw_memory", ""),
        capabilities(),
        new TableStore(new MemoryKeeper()),
        files,
        TablesawSettings.limit(settings));
  }
}
