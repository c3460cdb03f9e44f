package io.qarion.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.dataset.RowPage;
import io.qarion.core.expression.ExpressionParser;
import io.qarion.core.expression.Formula;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.repository.LocalProject;
import io.qarion.core.run.ProjectSession;
import io.qarion.core.run.StepRows;
import io.qarion.core.transform.AggregateRows;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.SortRows;
import io.qarion.core.transform.TransformationRule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepRowsTest {

  private static final TransformationRule LARGE = new FilterRows(Formula.parse("amount >= 20"));
  private static final TransformationRule LARGEST_FIRST =
      new SortRows(ExpressionParser.parseOrderTerms("amount desc, id").terms());

  @TempDir private Path folder;

  @Test
  void saysWhereRowsComeFromBeforeAndAfterARun() throws IOException {
    TestProject project = TestProject.example("jaffle-shop", folder);
    open(session -> {
      assertThat(rows(session, "load_orders").origin()).isEqualTo(StepRows.Origin.FILE);
      assertThat(rows(session, "payments").origin()).isEqualTo(StepRows.Origin.COMPUTED);
      assertThat(rows(session, "customers").origin()).isEqualTo(StepRows.Origin.COMPUTED);
    });
    project.run("shop");
    open(session -> {
      for (String step : List.of("load_orders", "payments", "customers", "export_orders")) {
        assertThat(rows(session, step).origin()).as(step).isEqualTo(StepRows.Origin.STORED);
      }
      assertThat(rows(session, "payments").schema().names())
          .containsExactly("id", "order_id", "payment_method", "amount");
    });
  }

  @Test
  void filtersAndSortsBeforeItPages() throws IOException {
    with(session -> {
      StepRows rows = rows(session, "payments");
      List<TransformationRule> rules = List.of(LARGE, LARGEST_FIRST);

      RowPage first = rows.page(rules, 0, 30, new Cancellation());
      RowPage second = rows.page(rules, 30, 30, new Cancellation());

      assertThat(first.rows().getFirst().getLast()).isEqualTo(new BigDecimal("30.00"));
      assertThat(first.more()).isTrue();
      assertThat(second.rows()).hasSize(7);
      assertThat(rows.count(List.of(LARGE), new Cancellation())).isEqualTo(37);
      assertThat(rows.count(List.of(), new Cancellation())).isEqualTo(113);
    });
  }

  @Test
  void readsAFileByWhatItIsNowHoweverOftenItWasShown() throws IOException {
    TestProject project = TestProject.example("jaffle-shop", folder);
    Path orders = folder.resolve("data/raw_orders.csv");
    var longAgo = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    Files.setLastModifiedTime(orders, longAgo);
    try (ProjectSession session =
        ProjectSession.open(LocalProject.open(folder).read(), Plugins.load())) {
      RowPage commas = page(session);
      assertThat(page(session)).isEqualTo(commas);

      project.write("data/raw_orders.csv", project.read("data/raw_orders.csv").replace(',', ';'));
      Files.setLastModifiedTime(orders, FileTime.from(longAgo.toInstant().plusSeconds(1)));

      assertThat(commas.rows()).hasSize(99);
      assertThat(page(session)).isEqualTo(commas);
    }
  }

  @Test
  void looksOnTopOfRawSqlToo() throws IOException {
    with(session -> {
      StepRows rows = rows(session, "customers");
      var never = new FilterRows(Formula.parse("number_of_orders = 0"));
      var count = new AggregateRows(List.of(), Map.of("n", Formula.parse("count(*)")));

      assertThat(rows.page(List.of(never, count), 0, 1, new Cancellation()).rows())
          .containsExactly(List.of(38L));
    });
  }

  @Test
  void saysWhatDoesNotFitWithoutAskingTheEngine() throws IOException {
    with(session -> {
      StepRows rows = rows(session, "payments");
      List<TransformationRule> wrong = List.of(new FilterRows(Formula.parse("amout > 1")));

      assertThat(rows.check(wrong))
          .singleElement()
          .satisfies(problem -> {
            assertThat(problem.message()).contains("amout");
            assertThat(problem.fix()).contains("amount");
          });
      assertThat(rows.check(List.of(LARGE))).isEmpty();
      assertThatThrownBy(() -> rows.count(wrong, new Cancellation()))
          .isInstanceOf(QarionException.class);
    });
  }

  private void with(Consumer<ProjectSession> use) throws IOException {
    TestProject.example("jaffle-shop", folder);
    open(use);
  }

  private void open(Consumer<ProjectSession> use) {
    try (ProjectSession session =
        ProjectSession.open(LocalProject.open(folder).read(), Plugins.load())) {
      use.accept(session);
    }
  }

  private static RowPage page(ProjectSession session) {
    return rows(session, "load_orders").page(List.of(), 0, 1_000, new Cancellation());
  }

  private static StepRows rows(ProjectSession session, String step) {
    return session.preview(new FlowId("shop"), Map.of()).rows(new TaskId(step));
  }
}
