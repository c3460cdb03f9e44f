package io.qarion.plugins.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.PageRequest;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.QueryBody;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.Write;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL of a user is one SELECT and writes nothing. */
class SelectOnlyTest {

  private static final Dataset TARGET =
      Dataset.of(new DatasetName("kept"), Schema.of(Column.of("a", PlainType.INTEGER)));

  private static final BatchContext BATCH =
      new BatchContext(1, Optional.empty(), LocalDateTime.of(2026, 1, 1, 0, 0), Map.of());

  @TempDir private Path folder;
  private Engine engine;

  @BeforeEach
  void open() {
    engine = TestEngines.open(folder);
    execute("SELECT 1::BIGINT AS a");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private static Query query(String sql) {
    var rows = new RowSource.Rows(TARGET.schema(), List.of(List.of(5L)));
    return new Query(
        List.of(TransformationSource.of("orders", rows)), new QueryBody.Statement(sql));
  }

  private void execute(String sql) {
    try (var transaction = engine.begin(new Cancellation())) {
      transaction.prepare(TARGET);
      transaction.execute(
          new TransformationInstruction(new TaskId("t"), query(sql), TARGET, new Write.Replace()),
          BATCH);
      transaction.commit();
    }
  }

  private List<List<Object>> page(String sql) {
    return engine
        .page(new PageRequest(query(sql), Map.of("n", 3L), 0, 10), new Cancellation())
        .rows()
        .stream()
        .<List<Object>>map(List::copyOf)
        .toList();
  }

  private static QarionException refusal(Runnable work) {
    QarionException refusal = catchThrowableOfType(QarionException.class, work::run);
    assertThat(refusal).isNotNull();
    return refusal;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO kept VALUES (2)",
        "DELETE FROM kept",
        "UPDATE kept SET a = 2",
        "DROP TABLE kept",
        "CREATE TABLE other AS SELECT 1",
        "COPY kept TO 'x.csv'",
        "PRAGMA version",
        "CHECKPOINT",
        "SET threads = 1",
        "CALL range(3)",
        "ATTACH 'x.duckdb'",
        "BEGIN",
        "EXPLAIN SELECT 1",
        "SELECT 1 AS a; SELECT 2 AS a",
        "SELECT 1 AS a; DROP TABLE kept",
        "SELECT 1) AS x; DROP TABLE kept; SELECT * FROM (SELECT 2",
        "SELECT 1 AS a) AS result UNION ALL SELECT * FROM (SELECT 2",
        "WITH x AS (INSERT INTO kept VALUES (2) RETURNING a) SELECT * FROM x",
        "WITH x AS (DELETE FROM kept RETURNING a) SELECT * FROM x",
        "SELECT * FROM (WITH x AS (UPDATE kept SET a = 2 RETURNING a) SELECT * FROM x)",
        "",
        "-- nothing"
      })
  void itIsRefusedEverywhere(String sql) {
    assertThat(refusal(() -> page(sql)).code()).isEqualTo("sql.not_select");
    assertThat(refusal(() -> engine.describe(query(sql), Map.of())).code())
        .isEqualTo("sql.not_select");
    assertThat(refusal(() -> execute(sql)).code()).isEqualTo("sql.not_select");
    assertThat(page("SELECT a FROM kept")).containsExactly(List.of(1L));
  }

  @Test
  void theRefusalNamesThePlace() {
    var place = refusal(() -> page("SELECT a\nFROMM kept x y")).problems().getFirst().place();
    assertThat(place.line()).isEqualTo(2);
    assertThat(place.column()).isPositive();
  }

  @Test
  void aSelectReadsItsSourcesAndParameters() {
    assertThat(
            page("SELECT a + :n AS b, '{{ orders }} :n; --' AS c FROM {{ orders }} -- it's fine"))
        .containsExactly(List.of(8L, "{{ orders }} :n; --"));
    assertThat(page("WITH x AS (SELECT * FROM {{ source_dataset }}) SELECT * FROM x;"))
        .containsExactly(List.of(5L));
    assertThat(page("FROM range(2)")).containsExactly(List.of(0L), List.of(1L));
  }
}
