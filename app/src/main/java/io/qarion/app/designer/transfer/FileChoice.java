package io.qarion.app.designer.transfer;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for a file with a flow. */
public interface FileChoice {

  /** The file to write, new or to be replaced; empty if the user thought better of it. */
  Optional<Path> save(String title, String suggestedName);

  /** The file to read; empty if the user thought better of it. */
  Optional<Path> open(String title);
}
