package io.qarion.app.designer.welcome;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for a folder. */
@FunctionalInterface
public interface FolderChoice {

  /** The folder chosen; empty if the user thought better of it. */
  Optional<Path> choose(String title);
}
