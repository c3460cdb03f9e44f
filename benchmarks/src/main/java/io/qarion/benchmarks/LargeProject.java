package io.qarion.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A project with orders in Parquet: loaded, filtered, joined and aggregated. */
final class LargeProject {

  /** Its steps, in their order. */
  static final List<String> STEPS =
      List.of("load_orders", "load_customers", "paid", "named", "countries");

  private static final String FLOW =
      """
      id = "large"
      name = "Large"
      flow_type = "standard"

      [[tasks]]
      id = "load_orders"
      type = "ingestion"
      target_dataset_id = "raw_orders"

      [tasks.config]
      source_path = "data/orders.parquet"

      [[tasks]]
      id = "load_customers"
      type = "ingestion"
      target_dataset_id = "raw_customers"

      [tasks.config]
      source_path = "data/customers.parquet"

      [[tasks]]
      id = "paid"
      type = "transformation"
      source_dataset_id = "raw_orders"
      target_dataset_id = "paid"
      dependencies = ["load_orders"]

      [[tasks.rules]]
      operation = "filter"
      condition = "amount >= 100"

      [[tasks]]
      id = "named"
      type = "transformation"
      source_dataset_ids = ["paid", "raw_customers"]
      target_dataset_id = "named"
      dependencies = ["paid", "load_customers"]

      [[tasks.rules]]
      operation = "join"
      with = "raw_customers"
      how = "left"
      on = [["customer_id", "customer"]]

      [[tasks]]
      id = "countries"
      type = "transformation"
      source_dataset_id = "named"
      target_dataset_id = "countries"
      dependencies = ["named"]

      [[tasks.rules]]
      operation = "aggregate"
      group_by = ["country", "status"]
      measures = { orders = "count(*)", amount = "sum(amount)" }
      """;

  private final Path data;
  private final long rows;
  private final Path root;

  LargeProject(Path data, long rows) {
    this.data = data;
    this.rows = rows;
    this.root = data.resolve("large-" + rows);
  }

  Path root() {
    return root;
  }

  /** Writes what is not there yet, and makes it as new. */
  void write() throws IOException, SQLException {
    Path orders = root.resolve("data").resolve("orders.parquet");
    if (!Files.exists(orders)) {
      var files = new OrderFiles(data, rows);
      files.write();
      Files.createDirectories(orders.resolveSibling("."));
      copy("SELECT * FROM '%s'".formatted(files.day(1)), orders);
      copy(
          "SELECT id AS customer, 'Customer ' || id AS name, ['de', 'fr', 'it', 'pl'][1 + id % 4]"
              + " AS country FROM range(0, 500000) AS numbers(id)",
          orders.resolveSibling("customers.parquet"));
    }
    Files.createDirectories(root.resolve("flows"));
    Files.writeString(root.resolve("qarion-etl.toml"), "format_version = 1\n");
    Files.writeString(root.resolve("flows").resolve("large.toml"), FLOW);
    KeptByProject.forget(root);
  }

  private static void copy(String select, Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(select, file));
    }
  }
}
