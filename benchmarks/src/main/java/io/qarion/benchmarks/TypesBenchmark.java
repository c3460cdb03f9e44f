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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Types of flow on each engine through the command line, beside the same work by hand in DuckDB and
 * in pandas: load, compute, export. All must give the same rows.
 */
final class TypesBenchmark {

  static final List<String> TYPES =
      List.of("change_feed", "scd2", "sessionization", "growth_accounting");

  private static final String SCRIPT = "DuckDB by hand";
  private static final String PANDAS = "pandas";
  private static final List<String> PEERS = List.of(SCRIPT, PANDAS);

  /** Keeps its rows on the heap; the others share the same few hundred MiB. */
  private static final List<String> LARGE_HEAP = List.of("-Xmx14g");

  private final OrderFiles files;
  private final Optional<String> python;

  TypesBenchmark(Path data, long rows) throws IOException, InterruptedException {
    this.files = new OrderFiles(data, rows);
    this.python = Pandas.python(data);
  }

  /** Measures types on engines, each once or several times, and prints ratios to both peers. */
  void run(List<String> types, List<String> engines, int runs)
      throws IOException, InterruptedException, SQLException {
    files.write();
    for (String type : types) {
      var timings = new LinkedHashMap<String, List<Timing>>();
      for (int run = 0; run < runs; run++) {
        round(type, engines, timings);
      }
      report(type, timings);
    }
  }

  private void round(String type, List<String> engines, Map<String, List<Timing>> timings)
      throws IOException, InterruptedException, SQLException {
    var found = new LinkedHashMap<String, String>();
    for (String engine : engines) {
      var project = new TypeProject(files, type, engine);
      project.make();
      List<String> options = engine.startsWith("tablesaw") ? LARGE_HEAP : List.of();
      Path log = project.folder().resolveSibling("run.log");
      Optional<Timing> timing =
          ChildProcess.attempt(options, TypeRun.class, List.of(project.folder().toString()), log);
      keep(engine, timing, log, timings);
      if (timing.isPresent()) {
        found.put(engine, check(type, project.result()));
      }
    }
    byHand(type, timings, found);
    if (found.values().stream().distinct().count() > 1) {
      throw new IllegalStateException("rows differ: " + found);
    }
    System.out.println(type + " gives " + found.values().iterator().next());
  }

  private void byHand(String type, Map<String, List<Timing>> timings, Map<String, String> found)
      throws IOException, InterruptedException, SQLException {
    Path folder = files.folder().resolve("script");
    Folders.makeEmpty(folder);
    Path parquet = folder.resolve("result.parquet");
    Path log = files.folder().resolve("script.log");
    keep(
        SCRIPT,
        ChildProcess.attempt(
            List.of(),
            TypeScript.class,
            List.of(type, files.folder().toString(), folder.toString(), parquet.toString()),
            log),
        log,
        timings);
    found.put(SCRIPT, check(type, parquet));
    if (python.isPresent()) {
      Path csv = folder.resolve("result.csv");
      List<String> command =
          List.of(
              python.get(),
              Pandas.script(folder).toString(),
              type,
              files.folder().toString(),
              csv.toString());
      keep(PANDAS, ChildProcess.attempt(command, log), log, timings);
      found.put(PANDAS, check(type, csv));
    }
  }

  private static void keep(
      String name, Optional<Timing> timing, Path log, Map<String, List<Timing>> timings)
      throws IOException {
    if (timing.isPresent()) {
      timings.computeIfAbsent(name, _ -> new ArrayList<>()).add(timing.get());
      System.out.printf("  %s: %s, %s%n", name, timing.get().text(), Machine.load());
    } else {
      System.out.printf("  %s did not finish:%n%s%n", name, Files.readString(log));
    }
  }

  private static void report(String type, Map<String, List<Timing>> timings) {
    System.out.println(type);
    for (var each : timings.entrySet()) {
      System.out.println("  " + Timing.summary(each.getKey(), each.getValue()));
    }
    for (String peer : PEERS) {
      for (var each : timings.entrySet()) {
        if (timings.containsKey(peer) && !PEERS.contains(each.getKey())) {
          System.out.printf(
              Locale.ROOT,
              "  ratio %s / %s: %.2f%n",
              each.getKey(),
              peer,
              Timing.best(each.getValue()) / Timing.best(timings.get(peer)));
        }
      }
    }
  }

  private static String check(String type, Path result) throws IOException, SQLException {
    String form =
        result.toString().endsWith(".csv")
            ? "read_csv('%s', header = true, delim = ',', quote = '\"')"
            : "read_parquet('%s')";
    String sql = TypeScript.resource(type + "/check.sql").replace("{rows}", form.formatted(result));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    }
  }
}
