package io.qarion.app.designer.canvas;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for the file that a picture is written into. */
@FunctionalInterface
public interface PictureFile {

  /**
   * The file, new or to be replaced; empty if the user thought better of it.
   *
   * @param suggestedName with the ending of its format
   */
  Optional<Path> choose(String title, String suggestedName);
}
