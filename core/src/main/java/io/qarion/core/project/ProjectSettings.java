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

  /** The same with another engine, which has nothing of the configuration of this one. */
  public ProjectSettings withEngine(String name) {
    return name.equals(engine)
        ? this
        : new ProjectSettings(
            this.name, description, name, Settings.NONE, metadataPath, variables, maxParallel);
  }
}
