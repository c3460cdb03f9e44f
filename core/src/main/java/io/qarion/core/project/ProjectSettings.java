package io.qarion.core.project;

import io.qarion.core.flow.Settings;

/**
 * What {@code qarion-etl.toml} says.
 *
 * @param engine name of the engine
 * @param metadataPath file of the run history, relative to the project
 * @param maxParallel steps at once
 */
public record ProjectSettings(
    String name,
    String description,
    String engine,
    Settings engineConfig,
    String metadataPath,
    Settings variables,
    int maxParallel) {

  public ProjectSettings {
    if (maxParallel < 1) {
      throw new IllegalArgumentException("at least one step runs at a time");
    }
  }
}
