package io.qarion.plugins.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineCapability;
import io.qarion.core.engine.PageRequest;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.QueryBody;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Long statements can be watched and stopped, and a page of many rows costs little. */
@Timeout(60)
class DuckDbRunTest {

  private static final String LONG_JOIN =
      "SELECT count(*) AS n FROM range(1000000) a JOIN range(1000000) b ON (a.range * b.range) % 7"
          + " = 3";

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

  private RowPage page(String sql, long offset, Cancellation cancellation) {
    var rows =
        new RowSource.Rows(Schema.of(Column.of("a", PlainType.INTEGER)), List.of(List.of(5L)));
    Query query =
        new Query(List.of(TransformationSource.of("one", rows)), new QueryBody.Statement(sql));
    return engine.page(new PageRequest(query, Map.of(), offset, 3), cancellation);
  }

  @Test
  void theEngineCanDoWhatItsPluginPromises() {
    assertThat(engine.capabilities())
        .isEqualTo(new DuckDbEnginePlugin().capabilities())
        .contains(EngineCapability.RAW_SQL, EngineCapability.PROGRESS);
  }

  @Test
  void aLongJoinStopsWithinHalfASecond() throws Exception {
    var cancellation = new Cancellation();
    var failure =
        CompletableFuture.supplyAsync(() ->
            catchThrowableOfType(QarionException.class, () -> page(LONG_JOIN, 0, cancellation)));
    long deadline = System.nanoTime() + Duration.ofSeconds(3).toNanos();
    while (engine.progress().isEmpty() && !failure.isDone() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    long start = System.nanoTime();
    cancellation.cancel();
    assertThat(failure.get(30, TimeUnit.SECONDS).code()).isEqualTo(Cancellation.CODE);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
    assertThat(page("SELECT 1 AS a", 0, new Cancellation()).rows()).hasSize(1);
  }

  @Test
  void aPageOfManyRowsReadsOnlyItself() {
    long before = engine.memory();
    RowPage page = page("SELECT range AS n FROM range(1000000000000)", 4096, new Cancellation());
    assertThat(page.rows()).containsExactly(List.of(4096L), List.of(4097L), List.of(4098L));
    assertThat(page.more()).isTrue();
    assertThat(engine.memory() - before).isLessThan(50_000_000);
  }
}
