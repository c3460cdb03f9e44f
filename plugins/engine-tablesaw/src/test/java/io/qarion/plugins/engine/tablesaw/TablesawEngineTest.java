package io.qarion.plugins.engine.tablesaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.expression.Formula;
import io.qarion.core.flow.Settings;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.QueryBody;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.Write;
import io.qarion.testkit.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is Tablesaw's own: its limits, its folder of files, and what it has no words for. */
@Timeout(120)
class TablesawEngineTest {

  private static final Dataset DATASET =
      Dataset.of(new DatasetName("numbers"), numbers(1).schema());
  private static final int MANY = 2_000;

  @TempDir private Path folder;

  @Test
  void aStepThatWouldHoldTooManyRowsIsRefusedWithTheWayOut() {
    Settings small = Settings.of(Map.of("row_limit", 100_000L));
    try (Engine engine = new MemoryEnginePlugin().open(TestEngines.settings(folder, small))) {
      Query product =
          Query.of(
              List.of(source("a", numbers(MANY)), source("b", numbers(MANY))),
              List.of(new JoinRows("b", JoinRows.How.CROSS, new JoinRows.Always(), "_b")));

      QarionException refused =
          catchThrowableOfType(
              QarionException.class, () -> engine.count(product, Map.of(), new Cancellation()));

      assertThat(refused.code()).isEqualTo("engine.memory");
      assertThat(refused).hasMessageContaining("100,000 rows");
      assertThat(refused.problems().getFirst().fix()).contains("duckdb").contains("row_limit");
    }
  }

  @Test
  void whatIsWrittenInSqlIsRefused() {
    try (Engine engine = TestEngines.inMemory(folder)) {
      Query query =
          new Query(List.of(source("t", numbers(1))), new QueryBody.Statement("SELECT 1 AS a"));

      QarionException refused =
          catchThrowableOfType(
              QarionException.class, () -> engine.count(query, Map.of(), new Cancellation()));

      assertThat(refused.code()).isEqualTo("engine.lacks");
      assertThat(refused.problems().getFirst().fix()).contains("duckdb or sqlite");
    }
  }

  @Test
  void rowsThatWereAskedForToStopStop() {
    try (Engine engine = TestEngines.inMemory(folder)) {
      var cancellation = new Cancellation();
      cancellation.cancel();
      Query query =
          Query.of(
              List.of(source("t", numbers(MANY))), List.of(new FilterRows(Formula.parse("n > 5"))));

      QarionException stopped =
          catchThrowableOfType(
              QarionException.class, () -> engine.count(query, Map.of(), cancellation));

      assertThat(stopped.code()).isEqualTo(Cancellation.CODE);
    }
  }

  @Test
  void filesThatNoCommitNamesAreRemoved() throws IOException {
    try (Engine engine = TestEngines.inFiles(folder)) {
      write(engine, 3);
      write(engine, 4);
    }
    Files.writeString(tables().resolve("99.parquet"), "left by a program that was killed");

    try (Engine engine = TestEngines.inFiles(folder)) {
      assertThat(engine.tableRows("numbers")).isEqualTo(4);
      assertThat(names()).hasSize(2).contains("manifest.json").doesNotContain("99.parquet");
    }
  }

  @Test
  void aManifestThatCannotBeReadIsNamedAndLeftAlone() throws IOException {
    Files.createDirectories(tables());
    Files.writeString(tables().resolve("manifest.json"), "{ \"tables\": [ { ");

    QarionException refused =
        catchThrowableOfType(QarionException.class, () -> TestEngines.inFiles(folder));

    assertThat(refused.code()).isEqualTo("engine.damaged");
    assertThat(refused).hasMessageContaining("manifest.json");
    assertThat(Files.readString(tables().resolve("manifest.json"))).startsWith("{ \"tables\"");
  }

  @Test
  void aTableWhoseFileIsGoneIsNamed() throws IOException {
    try (Engine engine = TestEngines.inFiles(folder)) {
      write(engine, 3);
    }
    for (String name : names()) {
      if (name.endsWith(".parquet")) {
        Files.delete(tables().resolve(name));
      }
    }

    QarionException refused =
        catchThrowableOfType(QarionException.class, () -> TestEngines.inFiles(folder));

    assertThat(refused.code()).isEqualTo("engine.damaged");
    assertThat(refused).hasMessageContaining("numbers").hasMessageContaining(".parquet");
  }

  private Path tables() {
    return folder.resolve("work/tablesaw");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(tables())) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static void write(Engine engine, int rows) {
    try (EngineTransaction transaction = engine.begin(new Cancellation())) {
      transaction.prepare(DATASET);
      transaction.execute(
          new TransformationInstruction(
              new TaskId("step"),
              Query.all(source("given", numbers(rows))),
              DATASET,
              new Write.Replace()),
          new BatchContext(1, Optional.empty(), LocalDateTime.of(2026, 1, 2, 3, 4), Map.of()));
      transaction.commit();
    }
  }

  private static TransformationSource source(String alias, RowPage rows) {
    return TransformationSource.of(alias, RowSource.Rows.of(rows));
  }

  private static RowPage numbers(int rows) {
    var text = new StringBuilder("n integer | word string\n");
    IntStream.range(0, rows).forEach(i -> text.append(i).append(" | w").append(i).append('\n'));
    return TextTable.read(text.toString());
  }
}
