package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.engine.EngineCapability;
import io.qarion.core.engine.EngineSettings;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.plugins.duckdb.LocalFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What both kinds of engine are opened with. */
final class TablesawSettings {

  static final Set<EngineCapability> CAPABILITIES =
      Set.of(EngineCapability.FILES, EngineCapability.WIDE_DECIMALS, EngineCapability.BINARY);

  static final PropertyDeclaration ROW_LIMIT =
      PropertyDeclaration.optional(
          "row_limit", Simple.INTEGER, "1000000", "Rows that a table may have.");

  private TablesawSettings() {}

  static LocalFiles files(EngineSettings settings, Path... more) {
    var folders = new ArrayList<>(settings.readable());
    folders.add(settings.workFolder());
    folders.add(settings.temporary());
    folders.addAll(List.of(more));
    return new LocalFiles(settings.temporary().resolve("spill"), folders);
  }

  static MemoryLimit limit(EngineSettings settings) {
    MemoryLimit usual = MemoryLimit.usual();
    return settings.config().integer("row_limit").map(usual::withRows).orElse(usual);
  }
}
