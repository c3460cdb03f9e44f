package io.qarion.core.engine;

import io.qarion.core.flow.Settings;
import java.nio.file.Path;
import java.util.List;

/**
 * What an engine is opened with.
 *
 * @param config {@code [engine.config]}
 * @param projectRoot relative paths of the config start here
 * @param workFolder the project's {@code .qarion} folder, for the data store by default
 * @param temporary folder that the engine may fill and its owner empties
 * @param readable folders and files that may be read or written beside {@code workFolder}
 */
public record EngineSettings(
    Settings config, Path projectRoot, Path workFolder, Path temporary, List<Path> readable) {

  public EngineSettings {
    readable = List.copyOf(readable);
  }
}
