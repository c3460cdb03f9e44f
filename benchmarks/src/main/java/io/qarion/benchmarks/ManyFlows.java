package io.qarion.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A project of many flows of twelve steps, each of which reads what the one before makes. The first
 * flow loads orders, and all flows read them.
 */
final class ManyFlows {

  /** The dataset that all flows read. */
  static final String SHARED = "orders";

  private static final int STEPS = 12;

  private static final String LOAD =
      """

      [[tasks]]
      id = "load"
      type = "ingestion"
      target_dataset_id = "raw_orders"

      [tasks.config]
      source_path = "data/orders.csv"

      [[tasks]]
      id = "price"
      type = "transformation"
      source_dataset_id = "raw_orders"
      target_dataset_id = "orders"
      dependencies = ["load"]

      [[tasks.rules]]
      operation = "derive"
      columns = { amount = "pieces * 10" }
      """;

  private final Path root;
  private final int count;

  ManyFlows(Path data, int count) {
    this.root = data.resolve("flows-" + count);
    this.count = count;
  }

  Path root() {
    return root;
  }

  /** Writes all files as new. */
  void write() throws IOException {
    Files.createDirectories(root.resolve("data"));
    Files.createDirectories(root.resolve("flows"));
    Files.writeString(root.resolve("qarion-etl.toml"), "format_version = 1\n");
    Files.writeString(root.resolve("data/orders.csv"), "id,pieces,status\n1,10,paid\n2,20,open\n");
    for (int i = 0; i < count; i++) {
      Files.writeString(root.resolve("flows").resolve("flow_%03d.toml".formatted(i)), flow(i));
    }
    KeptByProject.forget(root);
  }

  private static String flow(int number) {
    String name = "flow_%03d".formatted(number);
    var text =
        new StringBuilder(
            "id = \"%1$s\"\nname = \"%1$s\"\nflow_type = \"standard\"\n".formatted(name));
    if (number == 0) {
      text.append(LOAD);
    }
    for (int i = 1; i < STEPS; i++) {
      text.append(
          """

          [[tasks]]
          id = "step_%2$d"
          type = "transformation"
          source_dataset_id = "%3$s"
          target_dataset_id = "%1$s_%2$d"
          dependencies = [%4$s]

          [[tasks.rules]]
          operation = "filter"
          condition = "amount > %2$d and status <> 'returned'"
          """
              .formatted(
                  name,
                  i,
                  i == 1 ? SHARED : name + "_" + (i - 1),
                  i > 1 ? "\"step_" + (i - 1) + "\"" : number == 0 ? "\"price\"" : ""));
    }
    return text.toString();
  }
}
