package io.qarion.core.run;

import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.Engine;
import io.qarion.core.file.LoadPlanner;
import io.qarion.core.file.ProjectPaths;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.plugin.SchemaProbe;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks an engine and the files of a project for columns that nobody declared. */
final class EngineProbe implements SchemaProbe {

  private final Supplier<Engine> engine;
  private final ProjectPaths paths;
  private final KnownFiles files;
  private final KnownStatements<Schema> statements;
  private final Map<String, Object> parameters;

  /**
   * @param engine any of the right type; no table need be there
   */
  EngineProbe(
      Supplier<Engine> engine,
      ProjectPaths paths,
      KnownFiles files,
      KnownStatements<Schema> statements,
      Map<String, Object> parameters) {
    this.engine = engine;
    this.paths = paths;
    this.files = files;
    this.statements = statements;
    this.parameters = parameters;
  }

  @Override
  public Optional<Schema> ofStatement(Query query, String element) {
    Query overNothing = overNothing(query);
    return Optional.of(
        statements.find(
            overNothing, parameters, () -> engine.get().describe(overNothing, parameters)));
  }

  /** The same query where no source has a row, so that nothing of it is read. */
  static Query overNothing(Query query) {
    return query.withSources(
        query.sources().stream()
            .map(source ->
                new TransformationSource(
                    source.alias(), new RowSource.Empty(source.schema()), source.schema()))
            .toList());
  }

  @Override
  public Optional<Schema> ofFiles(LoadSettings settings) {
    Path first = new LoadPlanner(paths).find(settings).getFirst();
    return Optional.of(files.sniff(first, paths.shown(first), settings).detected());
  }
}
