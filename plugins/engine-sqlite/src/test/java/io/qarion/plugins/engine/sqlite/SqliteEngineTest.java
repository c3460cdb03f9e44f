package io.qarion.plugins.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.PageRequest;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.QueryBody;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationSource;
import io.qarion.testkit.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is SQLite's own: users' statements, its file, and its one writer. */
@Timeout(120)
class SqliteEngineTest {

  private static final String ENDLESS =
      "SELECT count(*) AS n FROM (WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"
          + " SELECT x FROM c)";

  @TempDir private Path folder;
  private Engine engine;

  @BeforeEach
  void open() {
    engine = TestEngines.open(folder);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aStatementGivesColumnsTheTypesOfThoseTheyAreNamedAfter() {
    Query query =
        statement(
            "SELECT day, flag, x, amount, n * 2 AS double, 'a' AS letter, NULL AS none FROM {{ t"
                + " }}");

    RowPage page = page(query, new Cancellation());

    assertThat(page.schema())
        .isEqualTo(
            Schema.of(
                Column.of("day", PlainType.DATE),
                Column.of("flag", PlainType.BOOLEAN),
                Column.of("x", PlainType.FLOAT),
                Column.of("amount", PlainType.FLOAT),
                Column.of("double", PlainType.INTEGER),
                Column.of("letter", PlainType.STRING),
                Column.of("none", PlainType.STRING)));
    assertThat(engine.describe(query, Map.of())).isEqualTo(page.schema());
    assertThat(page.rows().getFirst().subList(1, 6)).containsExactly(true, 1.0, 12.5, 14L, "a");
  }

  @Test
  void aStatementComparesDecimalsAsNumbers() {
    RowPage page =
        page(
            statement("SELECT max(amount) AS most, sum(amount) AS all_of_it FROM {{ t }}"),
            new Cancellation());

    assertThat(page.rows()).containsExactly(List.of(100.25, 112.75));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM t",
        "SELECT 1; SELECT 2",
        "SELECT 1) AS x; DROP TABLE xt_batches; --",
        "INSERT INTO xt_batches VALUES (1, 'a', 'b', 'c')",
        "PRAGMA user_version = 3",
        "ATTACH 'other.sqlite' AS other",
        "SELEC 1",
      })
  void aStatementThatIsNoSelectIsRefused(String sql) {
    QarionException refused =
        catchThrowableOfType(QarionException.class, () -> page(statement(sql), new Cancellation()));

    assertThat(refused.code()).isEqualTo("sql.not_select");
    assertThat(refused.problems().getFirst().fix()).contains("Write one SELECT");
  }

  @Test
  void anUnknownColumnOfAStatementIsNamed() {
    assertThatThrownBy(() -> page(statement("SELECT nothing FROM {{ t }}"), new Cancellation()))
        .hasMessageContaining("nothing");
  }

  @Test
  void aStatementWithoutEndStopsWhereThatIsAskedFor() throws InterruptedException {
    var cancellation = new Cancellation();
    var begun = new CountDownLatch(1);
    Thread stopper =
        Thread.ofVirtual()
            .start(() -> {
              try {
                begun.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              cancellation.cancel();
            });
    begun.countDown();

    QarionException stopped =
        catchThrowableOfType(
            QarionException.class, () -> engine.count(statement(ENDLESS), Map.of(), cancellation));

    assertThat(stopped.code()).isEqualTo(Cancellation.CODE);
    stopper.join();
  }

  @Test
  void whoWaitsToWriteCanGiveUp() {
    var cancellation = new Cancellation();
    cancellation.cancel();

    try (EngineTransaction _ = engine.begin(new Cancellation())) {
      assertThatThrownBy(() -> engine.begin(cancellation)).isInstanceOf(QarionException.class);
    }
    try (EngineTransaction free = engine.begin(new Cancellation())) {
      free.commit();
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsNamedAndLeftAlone() throws IOException {
    Path other = folder.resolve("other");
    Path file = other.resolve("work/data.sqlite");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "This is a letter and no database at all, dear reader.".repeat(20));

    QarionException refused =
        catchThrowableOfType(QarionException.class, () -> TestEngines.open(other));

    assertThat(refused.code()).isEqualTo("engine.damaged");
    assertThat(refused).hasMessageContaining("data.sqlite");
    assertThat(Files.readString(file)).startsWith("This is a letter");
  }

  @Test
  void decimalsStandInTheOrderOfNumbers() {
    List<String> ordered =
        List.of("-100.00", "-20.50", "-20.05", "-3.00", "0.00", "0.05", "3.00", "20.05", "100.00");

    assertThat(ordered.stream().sorted(Comparator.comparing(Cells::order)))
        .containsExactlyElementsOf(ordered);
    assertThat(SqliteTypes.code(new DecimalType(12, 2))).isEqualTo("decimal_12_2");
  }

  private RowPage page(Query query, Cancellation cancellation) {
    return engine.page(new PageRequest(query, Map.of(), 0, 10), cancellation);
  }

  private static Query statement(String sql) {
    RowPage rows =
        TextTable.read(
            """
            day date | flag boolean | x float | amount decimal(12,2) | n integer
            2026-01-31 | true | 1.0 | 12.50 | 7
            2026-02-28 | false | nan | 100.25 | 8
            """);
    return new Query(
        List.of(TransformationSource.of("t", RowSource.Rows.of(rows))),
        new QueryBody.Statement(sql));
  }
}
