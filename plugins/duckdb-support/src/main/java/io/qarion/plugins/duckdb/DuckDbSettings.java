package io.qarion.plugins.duckdb;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an instance is opened with.
 *
 * @param database its file; empty for memory
 * @param memoryLimit such as {@code 4GB}; empty for 60 % of the machine's
 * @param threads empty for all cores
 * @param spill folder for what does not fit into memory; made if it is not there
 * @param maxSpill such as {@code 20GB}; empty for no limit but the disk's
 * @param folders that may be read and written; nothing else may
 */
public record DuckDbSettings(
    Optional<Path> database,
    Optional<String> memoryLimit,
    Optional<Integer> threads,
    Path spill,
    Optional<String> maxSpill,
    List<Path> folders) {

  public DuckDbSettings {
    folders = List.copyOf(folders);
  }

  /** An instance in memory, for reading files. */
  public static DuckDbSettings inMemory(Path spill, List<Path> folders) {
    return new DuckDbSettings(
        Optional.empty(), Optional.empty(), Optional.empty(), spill, Optional.empty(), folders);
  }
}
