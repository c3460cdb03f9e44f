package io.qarion.core.file;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Resolves the paths that a project's files name, and refuses those outside the project and the
 * folders its user approved, also through links and {@code ..}.
 */
public final class ProjectPaths {

  private final Path root;
  private final List<Path> allowed;

  /**
   * @param root folder of the project, which must exist
   * @param approved further folders
   */
  public ProjectPaths(Path root, List<Path> approved) {
    this.root = real(root);
    this.allowed = new ArrayList<>(List.of(this.root));
    approved.forEach(folder -> allowed.add(real(folder)));
  }

  public Path root() {
    return root;
  }

  /** The project's folder and those approved beside it. */
  public List<Path> allowed() {
    return List.copyOf(allowed);
  }

  /**
   * The file that a text names, relative to the project; it need not exist.
   *
   * @param element where the text was written
   */
  public Path resolve(String text, String element) {
    Path path;
    try {
      path = root.resolve(text).normalize();
    } catch (InvalidPathException e) {
      throw refused(element, "'%s' is no path: %s".formatted(text, e.getReason()));
    }
    Path real = realOfNearest(path);
    if (allowed.stream().noneMatch(real::startsWith)) {
      throw refused(element, "'%s' lies outside the project.".formatted(text));
    }
    return path;
  }

  /** Relative to the project with forward slashes; absolute outside it. */
  public String shown(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(root)
        ? root.relativize(absolute).toString().replace('\\', '/')
        : absolute.toString();
  }

  private static Path realOfNearest(Path path) {
    Path existing = path;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    return existing == null ? path : real(existing).resolve(existing.relativize(path)).normalize();
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException _) {
      return path.toAbsolutePath().normalize();
    }
  }

  private static QarionException refused(String element, String message) {
    return new QarionException(
        Problem.error(
            "path.outside",
            Place.of(element),
            message,
            "Put the file into the project, or approve its folder."));
  }
}
