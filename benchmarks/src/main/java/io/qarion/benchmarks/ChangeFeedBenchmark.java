package io.qarion.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two snapshots to a change feed and a Parquet file: our command line against a script. */
final class ChangeFeedBenchmark {

  private static final String PROJECT =
      """
      format_version = 1
      [project]
      name = "Change feed"
      [engine]
      name = "duckdb"
      [engine.config]
      threads = 2
      """;

  private static final String ORDERS =
      """
      id = "orders"
      flow_type = "change_feed"
      [input]
      primary_key = ["id"]
      columns = [
        { name = "id", schema_type = "integer", required = true },
        { name = "customer_id", schema_type = "integer" },
        { name = "amount", schema_type = "decimal(12,2)" },
        { name = "status", schema_type = "string" },
        { name = "updated_at", schema_type = "timestamp" },
      ]
      [properties]
      change_detection_columns = ["customer_id", "amount", "status"]
      [properties.load]
      source_path = "data"
      file_pattern = "orders_day*.csv"
      batching = "per_file"
      landing = "LANDING"
      """;

  private static final String EXPORT =
      """
      id = "export_changes"
      flow_type = "export_flow"
      [properties.export]
      source_dataset_id = "orders_change_feed"
      export_mode = "changes_only"
      file_path = "changes.parquet"
      format = "parquet"
      """;

  private final String landing;
  private final OrderFiles files;
  private final Path ours;
  private final Path theirs;

  /**
   * @param landing {@code table} or {@code direct}
   */
  ChangeFeedBenchmark(Path data, long rows, String landing) {
    this.landing = landing;
    this.files = new OrderFiles(data, rows);
    this.ours = files.folder().resolve("ours");
    this.theirs = files.folder().resolve("script");
  }

  void run(int runs) throws IOException, InterruptedException, SQLException {
    files.write();
    var our = new ArrayList<Timing>();
    var trusting = new ArrayList<Timing>();
    var proving = new ArrayList<Timing>();
    Path log = files.folder().resolve("run.log");
    for (int run = 1; run <= runs; run++) {
      makeProject();
      our.add(ChildProcess.run(OurRun.class, List.of(ours.toString()), log));
      System.out.println(Files.readString(log));
      trusting.add(script("trusting", log));
      proving.add(script("proving", log));
      System.out.printf(
          Locale.ROOT,
          "run %d: ours %s, script that trusts %s, script that proves %s, %s%n",
          run,
          our.getLast().text(),
          trusting.getLast().text(),
          proving.getLast().text(),
          Machine.load());
    }
    compare();
    System.out.println(Timing.summary("ours", our));
    System.out.println(Timing.summary("script that trusts", trusting));
    System.out.println(Timing.summary("script that proves", proving));
    compare("trusts", our, trusting);
    compare("proves", our, proving);
  }

  private static void compare(String what, List<Timing> our, List<Timing> script) {
    System.out.printf(
        Locale.ROOT,
        "ratio ours/script that %s: best %.3f, median %.3f, processor %.3f%n",
        what,
        Timing.best(our) / Timing.best(script),
        Timing.median(our) / Timing.median(script),
        Timing.leastProcessor(our) / Timing.leastProcessor(script));
  }

  private Timing script(String manner, Path log) throws IOException, InterruptedException {
    Folders.makeEmpty(theirs);
    List<String> arguments =
        List.of(
            landing, manner, theirs.toString(), files.day(1).toString(), files.day(2).toString());
    Timing timing = ChildProcess.run(ScriptRun.class, arguments, log);
    System.out.println(Files.readString(log));
    return timing;
  }

  private void makeProject() throws IOException {
    Folders.makeEmpty(ours);
    Files.createDirectories(ours.resolve("flows"));
    Files.createDirectories(ours.resolve("data"));
    Files.writeString(ours.resolve("qarion-etl.toml"), PROJECT);
    Files.writeString(ours.resolve("flows/orders.toml"), ORDERS.replace("LANDING", landing));
    Files.writeString(ours.resolve("flows/export_changes.toml"), EXPORT);
    for (int day = 1; day <= 2; day++) {
      Path file = files.day(day);
      Files.createLink(ours.resolve("data").resolve(file.getFileName()), file);
    }
  }

  /** Both feeds must have the same rows, or the times say nothing. */
  private void compare() throws SQLException {
    String counts =
        "SELECT string_agg(kind || ' ' || rows, ', ' ORDER BY kind) FROM"
            + " (SELECT batch_id || ' ' || xt_record_type AS kind, count(*) AS rows"
            + " FROM '%s' GROUP BY ALL)";
    String our = text(counts.formatted(ours.resolve("changes.parquet")));
    String script = text(counts.formatted(theirs.resolve("changes.parquet")));
    if (!our.equals(script)) {
      throw new IllegalStateException("ours: " + our + "\nscript: " + script);
    }
    System.out.println("rows of both feeds by batch: " + our);
  }

  private static String text(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? String.valueOf(result.getString(1)) : "";
    }
  }
}
