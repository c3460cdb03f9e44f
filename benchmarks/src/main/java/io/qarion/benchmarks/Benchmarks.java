package io.qarion.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Runs one benchmark and prints its numbers. The working folder is the root of the sources. */
public final class Benchmarks {

  private static final Path DATA = Path.of("benchmarks", "target", "data").toAbsolutePath();
  private static final String USAGE =
      "Which benchmark? change-feed ROWS [RUNS] [table | direct], check-500, start, canvas, window,"
          + " large [ROWS], wide [COLUMNS], editing [FLOWS] or types [ROWS] [RUNS] [TYPES]"
          + " [ENGINES]";

  private Benchmarks() {}

  /** Takes the benchmark's name and its arguments. */
  public static void main(String[] args) throws IOException, InterruptedException, SQLException {
    switch (args.length == 0 ? "" : args[0]) {
      case "change-feed" -> {
        long rows = args.length > 1 ? Long.parseLong(args[1]) : 5_000_000;
        int runs = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        String landing = args.length > 3 ? args[3] : "table";
        new ChangeFeedBenchmark(DATA, rows, landing).run(runs);
      }
      case "types" -> types(args);
      case "check-500" -> new CheckBenchmark(DATA.resolve("check-500")).run();
      case "start" -> new StartBenchmark(Path.of("examples", "jaffle-shop")).run();
      case "canvas" -> new WindowBenchmark().canvas();
      case "window" -> new WindowBenchmark().start(Path.of("examples", "jaffle-shop"));
      case "large" ->
          new WindowBenchmark()
              .large(new LargeProject(DATA, args.length > 1 ? Long.parseLong(args[1]) : 5_000_000));
      case "wide" ->
          new WindowBenchmark()
              .wide(new WideProject(DATA, args.length > 1 ? Integer.parseInt(args[1]) : 400));
      case "editing" ->
          new WindowBenchmark()
              .editing(new ManyFlows(DATA, args.length > 1 ? Integer.parseInt(args[1]) : 200));
      default -> throw new IllegalArgumentException(USAGE);
    }
  }

  private static void types(String... args) throws IOException, InterruptedException, SQLException {
    long rows = args.length > 1 ? Long.parseLong(args[1]) : 5_000_000;
    int runs = args.length > 2 ? Integer.parseInt(args[2]) : 1;
    List<String> types = args.length > 3 ? List.of(args[3].split(",", -1)) : TypesBenchmark.TYPES;
    String engines = args.length > 4 ? args[4] : "duckdb,sqlite,tablesaw_local";
    new TypesBenchmark(DATA, rows).run(types, List.of(engines.split(",", -1)), runs);
  }
}
