package io.qarion.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a project keeps of runs and edits. */
final class KeptByProject {

  private KeptByProject() {}

  /** Makes a project as new. */
  static void forget(Path project) throws IOException {
    Path kept = project.resolve(".qarion");
    if (Files.exists(kept)) {
      List<Path> paths;
      try (Stream<Path> all = Files.walk(kept)) {
        paths = all.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : paths) {
        Files.delete(path);
      }
    }
  }
}
