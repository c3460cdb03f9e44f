package io.qarion.core.run;

import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineSettings;
import io.qarion.core.file.ProjectPaths;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.flow.Settings;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.plugin.SchemaProbe;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.transform.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Asks an engine of its own, in a folder of its own that is gone afterwards, so that a project can
 * be checked while another process owns it. The engine is started only if it is needed.
 */
public final class ScratchProbe implements SchemaProbe, AutoCloseable {

  private final ProjectModel model;
  private final Plugins plugins;
  private final EngineProbe probe;
  private Optional<Engine> engine = Optional.empty();
  private Optional<Path> folder = Optional.empty();

  public ScratchProbe(ProjectModel model, Plugins plugins) {
    this.model = model;
    this.plugins = plugins;
    this.probe =
        new EngineProbe(
            this::engine,
            new ProjectPaths(model.root(), List.of()),
            new KnownFiles(
                new FileOpener(plugins, Path.of(System.getProperty("java.io.tmpdir"))),
                InstantSource.system()),
            new KnownStatements<>(),
            model.settings().variables().values());
  }

  @Override
  public Optional<Schema> ofStatement(Query query, String element) {
    return probe.ofStatement(query, element);
  }

  @Override
  public Optional<Schema> ofFiles(LoadSettings settings) {
    return probe.ofFiles(settings);
  }

  @Override
  public void close() {
    engine.ifPresent(Engine::close);
    folder.ifPresent(made -> WorkFolder.of(made).deleteProject());
  }

  private Engine engine() {
    if (engine.isEmpty()) {
      Path made = temporaryFolder();
      folder = Optional.of(made);
      var work = WorkFolder.of(made);
      engine =
          Optional.of(
              plugins
                  .engine(model.settings().engine())
                  .open(
                      new EngineSettings(
                          Settings.NONE, made, work.folder(), work.temporary(), List.of())));
    }
    return engine.get();
  }

  private static Path temporaryFolder() {
    try {
      Path made = Files.createTempDirectory("qarion-check");
      Files.createDirectories(WorkFolder.of(made).temporary());
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
