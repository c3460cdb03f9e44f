package io.qarion.app.cli;

import io.qarion.core.plugin.Plugins;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.run.ProjectSession;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names the project, and how commands open it. */
final class ProjectOption {

  @Option(
      names = {"-p", "--project"},
      paramLabel = "FOLDER",
      description = "The project's folder; the current one by default.")
  private Path folder = Path.of("");

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "Another engine than the project's, such as sqlite; it has tables of its own.")
  private Optional<String> engine = Optional.empty();

  ProjectModel model() {
    ProjectModel model = ProjectModel.open(folder.toAbsolutePath().normalize());
    return engine.map(model::withEngine).orElse(model);
  }

  Plugins plugins() {
    return Plugins.load();
  }

  /** Opens the project for running, and says what an earlier process left. */
  ProjectSession open(PrintWriter err) {
    Plugins plugins = plugins();
    plugins.failures().forEach(failure -> err.println("warning: " + failure));
    ProjectSession session = ProjectSession.open(model(), plugins);
    session
        .interrupted()
        .forEach(run ->
            err.println(
                "warning: the run of '%s' begun at %s was interrupted; the next run resumes it."
                    .formatted(run.flow(), run.start())));
    return session;
  }
}
