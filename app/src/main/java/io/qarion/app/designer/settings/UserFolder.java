package io.qarion.app.designer.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a program keeps what belongs to a user, by the customs of the operating system. */
public final class UserFolder {

  private static final String NAME = "qarion-etl";

  private UserFolder() {}

  /**
   * The folder for settings; it need not be there yet.
   *
   * @param system as {@code os.name} says
   * @param home of the user
   */
  public static Path settings(String system, Path home, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("win")) {
      return folder(environment, "APPDATA").orElse(home.resolve("AppData/Roaming")).resolve(NAME);
    }
    if (name.contains("mac")) {
      return home.resolve("Library/Application Support").resolve(NAME);
    }
    return folder(environment, "XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve(NAME);
  }

  /** The folder for this user. */
  public static Path settings() {
    return settings(
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", ".")),
        System.getenv());
  }

  private static Optional<Path> folder(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of);
  }
}
