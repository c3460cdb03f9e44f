package io.qarion.app.designer.explorer;

import java.nio.file.Path;

/** Shows a folder in the file manager of the system. */
@FunctionalInterface
public interface FolderDisplay {

  void show(Path folder);
}
