package io.qarion.app.designer;

import io.qarion.app.designer.settings.UserFolder;
import java.nio.file.Path;

/**
 * Where a window finds and keeps what is not part of a project.
 *
 * @param settings of the user
 * @param samples that come with the program
 * @param sampleCopies where a sample goes before it is opened
 */
public record UserPlaces(Path settings, Path samples, Path sampleCopies) {

  /** The places for this user on this machine. */
  public static UserPlaces standard() {
    Path home = Path.of(System.getProperty("user.home", "."));
    return new UserPlaces(
        UserFolder.settings(),
        Path.of(System.getProperty("qarion.examples", "examples")),
        home.resolve("Qarion ETL samples"));
  }
}
