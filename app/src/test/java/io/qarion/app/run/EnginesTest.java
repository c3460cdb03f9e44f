package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One flow gives equal rows on every engine that can run it. */
class EnginesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "jaffle-shop, shop, sqlite",
    "orders-change-feed, orders export_changes, sqlite",
    "orders-history, *, sqlite",
    "flights, *, sqlite",
  })
  void anExampleExportsTheSameOnEveryEngine(String example, String flows, String engine)
      throws IOException {
    Map<String, List<String>> usual = exported(example, flows, "duckdb");
    Map<String, List<String>> other = exported(example, flows, engine);

    assertThat(usual).isNotEmpty();
    assertThat(other).isEqualTo(usual);
  }

  @Test
  void aRunOnAnotherEngineLeavesTheTablesOfTheProjectsOwnAlone() throws IOException {
    TestProject project = TestProject.example("orders-change-feed", folder);
    assertThat(project.run("orders").code()).isZero();
    List<String> before = project.rows("orders", "transform");

    var other = project.run("orders", "--engine", "sqlite");
    var again = project.run("orders");

    assertThat(other.code()).as(other.err()).isZero();
    assertThat(other.out()).doesNotContain("Nothing to do");
    assertThat(again.out()).contains("Nothing to do");
    assertThat(project.rows("orders", "transform")).isEqualTo(before);
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
    for (String flow : flows.equals("*") ? allFlows(project) : List.of(flows.split(" "))) {
      var output = project.run(flow, "--engine", engine);
      assertThat(output.code()).as(output.err()).isZero();
    }
    Map<String, List<String>> files = new TreeMap<>();
    try (Stream<Path> written = Files.list(project.root().resolve("out"))) {
      for (Path file : written.filter(path -> !path.toString().endsWith(".parquet")).toList()) {
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

  private static List<String> sorted(List<String> lines) {
    return lines.stream().map(line -> line.replaceFirst(",$", "")).sorted().toList();
  }
}
