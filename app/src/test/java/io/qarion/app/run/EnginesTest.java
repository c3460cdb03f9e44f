package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One flow gives equal rows on every engine that can run it. */
class EnginesTest {

  private static final Pattern CLOCK =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8}\\.[0-9]+");

  /** A statement of a user's own gives decimals on one engine and floats on another. */
  private static final Pattern ZEROS =
      Pattern.compile("(\\b[0-9]+(?:\\.[0-9]*[1-9])?)\\.?0*(?=,|$)");

  private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{32}\\b");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "jaffle-shop, shop, sqlite",
    "orders-change-feed, orders export_changes, sqlite",
    "orders-change-feed, orders export_changes, tablesaw_local",
    "flights, *, sqlite",
    "flights, *, tablesaw_local",
    "music-shop, *, sqlite",
    "music-shop, *, tablesaw_local",
  })
  void anExampleExportsTheSameOnEveryEngine(String example, String flows, String engine)
      throws IOException {
    Map<String, List<String>> usual = exported(example, flows, "duckdb");
    Map<String, List<String>> other = exported(example, flows, engine);

    assertThat(usual).isNotEmpty();
    assertThat(other).isEqualTo(usual);
  }

  @ParameterizedTest
  @CsvSource({
    "order_versions, scd2, sqlite",
    "order_ledger, publish, sqlite",
    "order_versions, scd2, tablesaw_local",
    "order_ledger, publish, tablesaw_local",
  })
  void aHistoryIsTheSameOnEveryEngine(String flow, String step, String engine) throws IOException {
    TestProject usual = TestProject.example("orders-history", folder.resolve("usual"));
    TestProject other = TestProject.example("orders-history", folder.resolve("other"));
    other.write(
        "qarion-etl.toml",
        other.read("qarion-etl.toml") + "\n[engine]\nname = \"" + engine + "\"\n");

    assertThat(usual.run(flow).code()).isZero();
    assertThat(other.run(flow).code()).isZero();

    assertThat(sorted(other.rows(flow, step))).isEqualTo(sorted(usual.rows(flow, step)));
  }

  @Test
  void aRunOnAnotherEngineLeavesTheTablesOfTheProjectsOwnAlone() throws IOException {
    TestProject project = TestProject.example("orders-change-feed", folder);
    assertThat(project.run("orders").code()).isZero();
    List<String> before = project.rows("orders", "change_feed");

    var other = project.run("orders", "--engine", "sqlite");
    var again = project.run("orders");

    assertThat(other.code()).as(other.err()).isZero();
    assertThat(other.out()).doesNotContain("Nothing to do");
    assertThat(again.out()).contains("Nothing to do");
    assertThat(project.rows("orders", "change_feed")).isEqualTo(before);
    assertThat(project.has(".qarion/data.sqlite")).isTrue();
  }

  @Test
  void anEngineThatIsNotThereIsNamedWithThoseThatAre() throws IOException {
    TestProject project = TestProject.example("orders-change-feed", folder);

    var output = project.run("orders", "--engine", "oracle");

    assertThat(output.code()).isNotZero();
    assertThat(output.err()).contains("There is no engine 'oracle'").contains("duckdb, sqlite");
  }

  /** The files that the flows of an example write, their lines sorted. */
  private Map<String, List<String>> exported(String example, String flows, String engine)
      throws IOException {
    TestProject project = TestProject.example(example, folder.resolve(engine));
    for (String flow : flows.equals("*") ? allFlows(project) : List.of(flows.split(" ", -1))) {
      var output = project.run(flow, "--engine", engine);
      assertThat(output.code()).as(output.err()).isZero();
    }
    Map<String, List<String>> files = new TreeMap<>();
    Files.createDirectories(project.root().resolve("out"));
    try (Stream<Path> written = Files.walk(project.root().resolve("out"))) {
      for (Path file :
          written
              .filter(Files::isRegularFile)
              .filter(path -> !path.toString().endsWith(".parquet"))
              .toList()) {
        files.put(file.getFileName().toString(), sorted(Files.readAllLines(file)));
      }
    }
    return files;
  }

  /** In the order of their names, twice, since one may read what another makes. */
  private static List<String> allFlows(TestProject project) throws IOException {
    try (Stream<Path> files = Files.list(project.root().resolve("flows"))) {
      List<String> names =
          files.map(file -> file.getFileName().toString().replace(".toml", "")).sorted().toList();
      return new ArrayList<>(names);
    }
  }

  /** Clocks of batches differ from run to run, and with them what is hashed of them. */
  private static List<String> sorted(List<String> lines) {
    return lines.stream()
        .map(line -> CLOCK.matcher(line).replaceAll("CLOCK"))
        .map(line -> HASH.matcher(line).replaceAll("HASH"))
        .map(line -> ZEROS.matcher(line).replaceAll("$1"))
        .sorted()
        .toList();
  }
}
