package io.qarion.core.run;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a project that the program fills.
 *
 * @param folder {@code .qarion} of the project
 */
record WorkFolder(Path folder) {

  static WorkFolder of(Path projectRoot) {
    return new WorkFolder(projectRoot.resolve(".qarion"));
  }

  /** Files made on the way; emptied by the project's owner when it starts. */
  Path temporary() {
    return folder.resolve("tmp");
  }

  /** Removes what an earlier process left in the temporary folder. */
  void emptyTemporary() {
    remove(temporary());
  }

  /** Removes the whole project, which was made for a moment only. */
  void deleteProject() {
    Optional.ofNullable(folder.getParent()).ifPresent(WorkFolder::remove);
  }

  /** Removes a folder with all that is in it; none is no error. */
  static void remove(Path top) {
    if (!Files.isDirectory(top)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(top)) {
      List<Path> inside = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : inside) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new QarionException(
          Problem.error(
              "project.unwritable",
              Place.in(top.toString(), 0, 0),
              "Temporary files can't be removed: " + e.getMessage(),
              "Check the folder's permissions."),
          e);
    }
  }
}
