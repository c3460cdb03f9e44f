package io.qarion.core.run;

import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineSettings;
import io.qarion.core.flow.Settings;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.repository.ProjectModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An engine of a project's kind in a folder of its own that is gone afterwards. It is started when
 * it is first needed.
 */
final class ScratchEngine implements AutoCloseable {

  private final ProjectModel model;
  private final Plugins plugins;
  private final List<Path> readable;
  private Optional<Engine> engine = Optional.empty();
  private Optional<Path> folder = Optional.empty();

  /**
   * @param readable what may be read beside its own folder
   */
  ScratchEngine(ProjectModel model, Plugins plugins, List<Path> readable) {
    this.model = model;
    this.plugins = plugins;
    this.readable = List.copyOf(readable);
  }

  synchronized Engine engine() {
    if (engine.isEmpty()) {
      Path made = folder();
      var work = WorkFolder.of(made);
      engine =
          Optional.of(
              plugins
                  .engine(model.settings().engine())
                  .open(
                      new EngineSettings(
                          Settings.NONE, made, work.folder(), work.temporary(), readable)));
    }
    return engine.get();
  }

  /** A new folder that the engine can read, for files made on the way. */
  Path temporary() {
    try {
      return Files.createTempDirectory(WorkFolder.of(folder()).temporary(), "look");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    engine.ifPresent(Engine::close);
    folder.ifPresent(made -> WorkFolder.of(made).deleteProject());
    engine = Optional.empty();
    folder = Optional.empty();
  }

  private synchronized Path folder() {
    if (folder.isEmpty()) {
      folder = Optional.of(made());
    }
    return folder.get();
  }

  private static Path made() {
    try {
      Path made = Files.createTempDirectory("qarion-check");
      Files.createDirectories(WorkFolder.of(made).temporary());
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
