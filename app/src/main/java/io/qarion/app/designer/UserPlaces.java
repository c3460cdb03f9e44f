package io.qarion.app.designer;

import io.qarion.app.designer.settings.UserFolder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a window finds and keeps what is not part of a project.
 *
 * @param settings of the user
 * @param samples that come with the program
 * @param sampleCopies where a sample goes before it is opened
 */
public record UserPlaces(Path settings, Path samples, Path sampleCopies) {

  /**
   * The places for this user on this machine. Samples are trusted, so their folder is the one the
   * program was started with, and never one that happens to lie where it was started.
   */
  public static UserPlaces standard() {
    Path home = Path.of(System.getProperty("user.home", "."));
    Path settings = UserFolder.settings();
    return new UserPlaces(
        settings,
        Optional.ofNullable(System.getProperty("qarion.examples"))
            .map(Path::of)
            .orElse(settings.resolve("examples")),
        home.resolve("Qarion ETL samples"));
  }
}
