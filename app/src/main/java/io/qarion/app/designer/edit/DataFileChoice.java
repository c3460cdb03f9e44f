package io.qarion.app.designer.edit;

import java.nio.file.Path;
import java.util.List;

/** Asks the user for files with data. */
@FunctionalInterface
public interface DataFileChoice {

  /** The chosen files; empty if the user thought better of it. */
  List<Path> choose(String title);
}
