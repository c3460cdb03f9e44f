package io.qarion.app.run;

import io.qarion.app.cli.QarionCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A project in a temporary folder, driven through the command line. */
final class TestProject {

  private final Path root;

  private TestProject(Path root) {
    this.root = root;
  }

  /** What a command left behind. */
  record Output(int code, String out, String err) {}

  static TestProject empty(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("flows"));
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("qarion-etl.toml"), "format_version = 1\n");
    return new TestProject(folder);
  }

  /** A copy of an example, without what runs left in it. */
  static TestProject example(String name, Path folder) throws IOException {
    Path source = Path.of(System.getProperty("qarion.root"), "examples", name);
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String relative = source.relativize(file).toString();
        if (!relative.startsWith(".qarion") && !relative.startsWith("out")) {
          Path target = folder.resolve(relative);
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
    return new TestProject(folder);
  }

  Path root() {
    return root;
  }

  TestProject write(String file, String text) throws IOException {
    Path target = root.resolve(file);
    Files.createDirectories(target.getParent());
    Files.writeString(target, text);
    return this;
  }

  TestProject replace(String file, String old, String text) throws IOException {
    String before = Files.readString(root.resolve(file));
    if (!before.contains(old)) {
      throw new IllegalArgumentException(file + " does not contain " + old);
    }
    return write(file, before.replace(old, text));
  }

  String read(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }

  boolean has(String file) {
    return Files.exists(root.resolve(file));
  }

  /** Runs a command on this project. */
  Output command(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.add("--project");
    all.add(root.toString());
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        QarionCommand.execute(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    return new Output(code, out.toString(), err.toString());
  }

  Output run(String flow, String... options) {
    var words = new ArrayList<>(List.of("run", flow));
    words.addAll(List.of(options));
    return command(words.toArray(String[]::new));
  }

  /** All rows of a step, written by the export command; a line each, sorted, header first. */
  List<String> rows(String flow, String step) throws IOException {
    Output output = command("export", flow, step, "check/rows.csv");
    if (output.code() != 0) {
      throw new IllegalStateException(output.err());
    }
    List<String> lines = Files.readAllLines(root.resolve("check/rows.csv"));
    var sorted = new ArrayList<>(lines.subList(0, 1));
    lines.subList(1, lines.size()).stream().sorted().forEach(sorted::add);
    return sorted;
  }
}
