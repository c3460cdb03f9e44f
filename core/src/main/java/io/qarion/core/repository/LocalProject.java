package io.qarion.core.repository;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.toml.ProjectToml;
import io.qarion.core.toml.TomlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A project's folder on disk. */
public final class LocalProject {

  private static final String HOW_TO_MAKE = "'qarion-etl new-project <name>' makes one.";

  private final Path root;
  private final String file;
  private final OwnWrites ownWrites = new OwnWrites();
  private final FlowRepository flows;
  private final DatasetRepository datasets;
  private final ProjectTrash trash;

  private LocalProject(Path root, String file) {
    this.root = root;
    this.file = file;
    flows = new StoredFlows(new LocalTomlFiles(root, "flows", ownWrites));
    datasets = new StoredDatasets(new LocalTomlFiles(root, "datasets", ownWrites));
    trash = new ProjectTrash(root, ownWrites, InstantSource.system());
  }

  /**
   * Finds the project in a folder.
   *
   * @throws QarionException if there is no such folder, or no project in it
   */
  public static LocalProject open(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(root)) {
      throw new QarionException(
          Problem.error(
              "project.folder",
              Place.UNKNOWN.withFile(root.toString()),
              "There is no folder '%s'.".formatted(root),
              "Give the folder of a project; " + HOW_TO_MAKE));
    }
    String file =
        Stream.of(ProjectToml.FILE, ProjectToml.OTHER_FILE)
            .filter(name -> Files.isRegularFile(root.resolve(name)))
            .findFirst()
            .orElseThrow(() -> noProject(root));
    return new LocalProject(root, file);
  }

  private static QarionException noProject(Path root) {
    return new QarionException(
        Problem.error(
            "project.file",
            Place.UNKNOWN.withFile(root.toString()),
            "There is no '%s' in '%s', so it is no project.".formatted(ProjectToml.FILE, root),
            "Open the folder of a project; " + HOW_TO_MAKE));
  }

  /** Absolute. */
  public Path root() {
    return root;
  }

  /** The one instance, which knows what it read before. */
  public FlowRepository flows() {
    return flows;
  }

  /** The one instance, which knows what it read before. */
  public DatasetRepository datasets() {
    return datasets;
  }

  /** Where deleted files go. */
  public ProjectTrash trash() {
    return trash;
  }

  /** Reads what is there now; only files that changed are parsed again. */
  public ProjectModel read() {
    TomlDocument document = settingsDocument();
    ProjectToml.Reading reading = ProjectToml.read(document, nameOf(root));
    return new ProjectModel(
        root, reading.settings(), document, flows.list(), datasets.list(), reading.problems());
  }

  private static String nameOf(Path root) {
    Path name = root.getFileName();
    return name == null ? "project" : name.toString();
  }

  private TomlDocument settingsDocument() {
    try {
      return TomlDocument.read(file, Files.readAllBytes(root.resolve(file)));
    } catch (IOException e) {
      throw new QarionException(FileProblems.unreadable(file, e), e);
    }
  }

  /**
   * Tells when somebody else changes the project's files; close it to end that.
   *
   * @param listener gets the files, relative to the project, on a thread of its own; must not throw
   */
  public ProjectWatcher watch(Consumer<Set<String>> listener) {
    return ProjectWatcher.start(root, ownWrites, listener);
  }

  /** Writes the project's own file. */
  public void saveSettings(TomlDocument document) {
    NewerFormat.refuse(settingsDocument());
    ownWrites.willWrite(file, document.bytes());
    AtomicFile.write(root.resolve(file), document.bytes());
  }
}
