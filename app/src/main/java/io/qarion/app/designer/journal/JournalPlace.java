package io.qarion.app.designer.journal;

import io.qarion.core.run.ProjectLock;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder for journals of a project that may not be written itself.
 *
 * @param lock keeps other windows out; empty where not even this folder can be written, which is
 *     said with the first edit
 */
public record JournalPlace(Path folder, Optional<ProjectLock> lock) implements AutoCloseable {

  @Override
  public void close() {
    lock.ifPresent(ProjectLock::close);
  }
}
