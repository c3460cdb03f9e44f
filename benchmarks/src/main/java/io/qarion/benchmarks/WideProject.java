package io.qarion.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A project with files of many columns and one of few, and a flow with a long text. */
final class WideProject {

  /** The steps with many columns. */
  static final String WIDE = "load_wide";

  static final String OTHER = "load_other";

  /** The step with few columns. */
  static final String NARROW = "load_narrow";

  private static final int FEW = 8;
  private static final int ROWS = 300;
  private static final int FURTHER_STEPS = 60;

  private final Path root;
  private final int columns;

  WideProject(Path data, int columns) {
    this.root = data.resolve("wide-" + columns);
    this.columns = columns;
  }

  Path root() {
    return root;
  }

  /** Writes all files as new. */
  void write() throws IOException {
    Files.createDirectories(root.resolve("data"));
    Files.createDirectories(root.resolve("flows"));
    Files.writeString(root.resolve("qarion-etl.toml"), "format_version = 1\n");
    table("wide", "measure", columns);
    table("other", "figure", columns);
    table("narrow", "value", FEW);
    Files.writeString(root.resolve("flows").resolve("wide.toml"), flow());
    KeptByProject.forget(root);
  }

  private void table(String name, String column, int count) throws IOException {
    var text = new StringBuilder();
    text.append(line(count, i -> column + "_" + i));
    for (int row = 0; row < ROWS; row++) {
      int number = row;
      text.append(line(count, i -> Integer.toString(number * count + i)));
    }
    Files.writeString(root.resolve("data").resolve(name + ".csv"), text);
  }

  private static String line(int count, IntFunction<String> cell) {
    return IntStream.range(0, count).mapToObj(cell).collect(Collectors.joining(",")) + "\n";
  }

  private static String flow() {
    var text = new StringBuilder("id = \"wide\"\nname = \"Wide\"\nflow_type = \"standard\"\n");
    for (String name : new String[] {"wide", "other", "narrow"}) {
      text.append(
          """

          [[tasks]]
          id = "load_%1$s"
          type = "ingestion"
          target_dataset_id = "raw_%1$s"

          [tasks.config]
          source_path = "data/%1$s.csv"
          """
              .formatted(name));
    }
    for (int i = 0; i < FURTHER_STEPS; i++) {
      text.append(
          """

          [[tasks]]
          id = "filter_%1$d"
          type = "transformation"
          source_dataset_id = "raw_narrow"
          target_dataset_id = "filtered_%1$d"
          dependencies = ["load_narrow"]

          [[tasks.rules]]
          operation = "filter"
          condition = "value_0 >= %1$d"
          """
              .formatted(i));
    }
    return text.toString();
  }
}
