package io.qarion.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The pandas of the system, which is not ours to bring. */
final class Pandas {

  private Pandas() {}

  /**
   * The Python that has pandas, installed first where that can be done; empty, with a note, where
   * it can't.
   */
  static Optional<String> python(Path data) throws IOException, InterruptedException {
    Files.createDirectories(data);
    Path installer = written(data, "install-pandas.sh");
    Path log = data.resolve("install-pandas.log");
    Optional<Timing> done = ChildProcess.attempt(List.of("sh", installer.toString()), log);
    if (done.isEmpty()) {
      System.out.println("pandas is left out: it can't be installed here.");
      return Optional.empty();
    }
    return Files.readAllLines(log).stream().reduce((_, last) -> last);
  }

  /** What a user of pandas would write. */
  static Path script(Path folder) throws IOException {
    return written(folder, "pandas_types.py");
  }

  private static Path written(Path folder, String name) throws IOException {
    return Files.writeString(folder.resolve(name), TypeScript.resource(name));
  }
}
