package io.qarion.core.file;

import io.qarion.core.engine.FileTarget;
import io.qarion.core.flow.Settings;
import java.nio.file.Path;

/** Describes how files of one format are written. */
@FunctionalInterface
public interface FileExporter {

  /**
   * Turns options as a user wrote them into a complete description.
   *
   * @throws io.qarion.core.problem.QarionException if an option makes no sense
   */
  FileTarget target(Path file, Settings options);
}
