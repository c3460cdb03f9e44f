package io.qarion.app.designer.dialog;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A file that the user has chosen to be written. */
public final class ChosenFile {

  private ChosenFile() {}

  /**
   * The file with an ending. A name without one is given the first; that must not replace what
   * nobody was asked of.
   *
   * @param endings in lower case, with their dot
   * @throws QarionException if there is a file of the name with the ending
   */
  public static Path named(Path chosen, List<String> endings) {
    String name = String.valueOf(chosen.getFileName());
    if (endings.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith)) {
      return chosen;
    }
    Path target = chosen.resolveSibling(name + endings.getFirst());
    if (Files.exists(target)) {
      throw new QarionException(
          Problem.error(
              "file.exists",
              Place.UNKNOWN.withFile(target.toString()),
              "There is a file '%s' already.".formatted(target.getFileName()),
              "Choose another name, or choose that file to replace it."));
    }
    return target;
  }
}
