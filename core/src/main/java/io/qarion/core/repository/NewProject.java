package io.qarion.core.repository;

import io.qarion.core.file.FileFailures;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes projects: a folder with settings, one small flow and its data. */
public final class NewProject {

  /** Files of the new project and the templates they are made from. */
  private static final Map<String, String> TEMPLATES =
      Map.of(
          ".gitignore", "gitignore",
          "qarion-etl.toml", "project.toml",
          "data/people.csv", "people.csv",
          "flows/first.toml", "first.toml");

  private NewProject() {}

  /**
   * Makes a project.
   *
   * @param folder does not exist yet, or is empty
   */
  public static void create(Path folder) {
    boolean wasThere = Files.exists(folder);
    try {
      if (wasThere && !isEmpty(folder)) {
        throw new QarionException(
            Problem.error(
                "project.exists",
                Place.in(folder.toString(), 0, 0),
                "The folder is there already and not empty.",
                "Choose another name."));
      }
      boolean whole = false;
      try {
        fill(folder);
        whole = true;
      } finally {
        if (!whole) {
          undo(folder, wasThere);
        }
      }
    } catch (IOException e) {
      throw new QarionException(
          Problem.error(
              "project.unwritable",
              Place.in(folder.toString(), 0, 0),
              "The project can't be made: %s. %s"
                  .formatted(FileFailures.reason(e), FileFailures.disk(folder)),
              "Free space, give yourself the right to write there, or choose another folder."),
          e);
    }
  }

  private static void fill(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("flows"));
    Files.createDirectories(folder.resolve("datasets"));
    Files.createDirectories(folder.resolve("data"));
    String name = escaped(folder.getFileName().toString());
    for (Map.Entry<String, String> file : TEMPLATES.entrySet()) {
      String text = template(file.getValue()).replace("%s", name);
      AtomicFile.write(folder.resolve(file.getKey()), text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Takes back what a failed attempt made, so that the same command works once there is room. */
  private static void undo(Path folder, boolean wasThere) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        if (!wasThere || !path.equals(folder)) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }

  private static String escaped(String name) {
    return name.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static String template(String name) throws IOException {
    try (InputStream in = NewProject.class.getResourceAsStream("new-project/" + name)) {
      byte[] bytes = Objects.requireNonNull(in, name + " is part of the program").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
