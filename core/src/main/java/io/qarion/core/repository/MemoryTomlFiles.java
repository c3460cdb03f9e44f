package io.qarion.core.repository;

import io.qarion.core.file.NaturalOrder;
import io.qarion.core.toml.TomlDocument;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** TOML files that are nowhere but in memory. */
final class MemoryTomlFiles implements TomlFiles {

  private final String folder;
  private final NavigableMap<String, TomlFile> files = new TreeMap<>(NaturalOrder.INSTANCE);

  MemoryTomlFiles(String folder) {
    this.folder = folder;
  }

  @Override
  public synchronized List<TomlFile> read() {
    return List.copyOf(files.values());
  }

  @Override
  public synchronized String freeName(String title) {
    return FreeFileName.of(folder, title, ".toml", files::containsKey);
  }

  @Override
  public synchronized TomlDocument write(String file, TomlDocument document) {
    TomlDocument written = TomlDocument.read(file, document.bytes());
    files.put(file, new TomlFile(written, List.of()));
    return written;
  }

  @Override
  public synchronized void move(String file, String newFile) {
    Optional.ofNullable(files.remove(file)).ifPresent(moved -> write(newFile, moved.document()));
  }

  @Override
  public synchronized void delete(String file) {
    files.remove(file);
  }
}
