package io.qarion.core.run;

import io.qarion.core.dataset.Schema;
import io.qarion.core.file.ProjectPaths;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.plugin.SchemaProbe;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.transform.Query;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Asks an engine of its own, in a folder of its own that is gone afterwards, so that a project can
 * be checked while another process owns it. The engine is started only if it is needed.
 */
public final class ScratchProbe implements SchemaProbe, AutoCloseable {

  private final ScratchEngine scratch;
  private final EngineProbe probe;

  public ScratchProbe(ProjectModel model, Plugins plugins) {
    this.scratch = new ScratchEngine(model, plugins, List.of());
    this.probe =
        new EngineProbe(
            scratch::engine,
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
    scratch.close();
  }
}
