package io.qarion.core.repository;

import io.qarion.core.problem.Problem;
import io.qarion.core.project.ProjectSettings;
import io.qarion.core.toml.TomlDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that the files of a project say, at one moment.
 *
 * @param document the project's own file
 * @param settingsProblems of that file
 */
public record ProjectModel(
    Path root,
    ProjectSettings settings,
    TomlDocument document,
    List<StoredFlow> flows,
    List<StoredDataset> datasets,
    List<Problem> settingsProblems) {

  public ProjectModel {
    flows = List.copyOf(flows);
    datasets = List.copyOf(datasets);
    settingsProblems = List.copyOf(settingsProblems);
  }

  /**
   * Reads a project.
   *
   * @throws io.qarion.core.problem.QarionException if the folder is none, or no project
   */
  public static ProjectModel open(Path folder) {
    return LocalProject.open(folder).read();
  }

  /** The same project on another engine, with a data store of its own. */
  public ProjectModel withEngine(String name) {
    return new ProjectModel(
        root, settings.withEngine(name), document, flows, datasets, settingsProblems);
  }

  /** Of all files, each at its place. */
  public List<Problem> problems() {
    return Stream.of(
            settingsProblems.stream(),
            flows.stream().flatMap(flow -> flow.problems().stream()),
            datasets.stream().flatMap(dataset -> dataset.problems().stream()))
        .flatMap(problems -> problems)
        .toList();
  }
}
