package io.qarion.app.designer.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.SortRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PreviewModelTest {

  private static final Target ORDERS =
      new Target(new FlowId("shop"), new TaskId("orders"), "Orders", Optional.empty());
  private static final Target CUSTOMERS =
      new Target(new FlowId("shop"), new TaskId("customers"), "Customers", Optional.empty());

  private final QueuedUiThread ui = new QueuedUiThread();
  private final PreviewModel model = new PreviewModel(new BackgroundTasks(ui), ui);
  private final PreviewTexts texts = new PreviewTexts(new Messages(Locale.ENGLISH));

  @Test
  void showsTheFirstPageAndCountsTheRest() throws InterruptedException {
    show(ORDERS, new NumberedRows(10_200_000, 3));
    ui.until(() -> model.total().get().isPresent());

    assertThat(model.rows()).hasSize(10_200_000);
    assertThat(model.cells(0)).hasValue(List.of(0L, 0L, 0L));
    assertThat(summary()).startsWith("first 200 of 10,200,000 rows · as stored · ");
  }

  @Test
  void saysHowManyRowsThereAreWhenAllAreThere() throws InterruptedException {
    show(ORDERS, new NumberedRows(113, 1));

    assertThat(summary()).startsWith("113 rows · as stored · ");
  }

  @Test
  void asManyRowsOfAnotherStepAreAnotherList() throws InterruptedException {
    show(ORDERS, new NumberedRows(113, 1));
    GridRows orders = model.rows();
    show(CUSTOMERS, new NumberedRows(113, 1));

    assertThat(model.rows().equals(orders)).isFalse();
    assertThat(orders.equals(orders)).isTrue();
  }

  @Test
  void readsMoreWhenARowIsLookedAtAndHoldsFewPages() throws InterruptedException {
    show(ORDERS, new NumberedRows(1_000_000, 1));
    ui.until(() -> model.total().get().isPresent());

    for (int row = 500; row < 20_000; row += 500) {
      int wanted = row;
      assertThat(model.cells(wanted)).isEmpty();
      ui.until(() -> model.cells(wanted).isPresent());
      assertThat(model.cells(wanted)).hasValue(List.of((long) wanted));
    }

    assertThat(model.cells(0)).isEmpty();
  }

  @Test
  void theLatestStepWinsAndWhatIsThereCountsAsStaleUntilThen() throws InterruptedException {
    show(ORDERS, new NumberedRows(5, 1));
    var release = new CountDownLatch(1);
    model.show(
        CUSTOMERS,
        _ -> {
          wait(release);
          return new NumberedRows(7, 1);
        });

    assertThat(model.stale().get()).isTrue();
    assertThat(model.rows()).hasSize(5);

    var latest = new NumberedRows(9, 1);
    model.show(ORDERS, _ -> latest);
    release.countDown();
    ui.until(() -> !model.stale().get());

    assertThat(model.rows()).hasSize(9);
    assertThat(model.result().get().orElseThrow().target()).isEqualTo(ORDERS);
  }

  @Test
  void filtersAndOrderAreComputedByTheEngine() throws InterruptedException {
    var rows = new NumberedRows(1000, 2);
    show(ORDERS, rows);
    assertThat(model.addFilter(" c0 > 10 ")).isTrue();
    ui.until(() -> !model.stale().get());
    model.sort(List.of(new SortKey("c1", true)));
    ui.until(() -> !model.stale().get());

    assertThat(model.view().get().filters()).containsExactly("c0 > 10");
    assertThat(rows.asked().getLast().rules())
        .hasExactlyElementsOfTypes(FilterRows.class, SortRows.class);
    assertThat(summary()).contains("after filters");

    model.removeFilter("c0 > 10");
    ui.until(() -> !model.stale().get());
    assertThat(rows.asked().getLast().rules()).hasExactlyElementsOfTypes(SortRows.class);
  }

  @Test
  void saysWhatIsWrongWithAFilterAndKeepsTheRows() throws InterruptedException {
    show(ORDERS, new NumberedRows(5, 1));

    assertThat(model.addFilter("c0 >")).isFalse();

    assertThat(model.filterProblems().get()).isNotEmpty();
    assertThat(model.rows()).hasSize(5);
  }

  @Test
  void aFilterEndsWithItsStep() throws InterruptedException {
    show(ORDERS, new NumberedRows(5, 1));
    model.addFilter("c0 = 1");
    show(CUSTOMERS, new NumberedRows(5, 1));

    assertThat(model.view().get()).isEqualTo(View.PLAIN);
  }

  @Test
  void aStepThatCannotBeComputedSaysWhy() throws InterruptedException {
    Problem problem = Problem.error("x", Place.UNKNOWN, "It is broken.", "Mend it.");
    model.show(
        ORDERS,
        _ -> {
          throw new QarionException(problem);
        });
    ui.until(() -> !model.problems().get().isEmpty());

    assertThat(model.problems().get()).containsExactly(problem);
    assertThat(model.result().get()).isEmpty();
    assertThat(model.rows()).isEmpty();
  }

  @Test
  void copiesRowsWithTheirHeader() throws InterruptedException {
    show(ORDERS, new NumberedRows(1000, 3));
    var copied = new ArrayList<String>();
    model.copy(new RowSelection(new TreeSet<>(List.of(1, 3)), List.of("c2", "c0")), copied::add);
    ui.until(() -> !copied.isEmpty());

    assertThat(copied).containsExactly("c2\tc0\n1\t1\n3\t3\n");
  }

  @Test
  void copiesRowsThatAreNotHeld() throws InterruptedException {
    show(ORDERS, new NumberedRows(1000, 1));
    var copied = new ArrayList<String>();
    model.copy(new RowSelection(new TreeSet<>(List.of(700)), List.of("c0")), copied::add);
    ui.until(() -> !copied.isEmpty());

    assertThat(copied).containsExactly("c0\n700\n");
  }

  @Test
  void findsColumnsAmongFourHundred() throws InterruptedException {
    show(ORDERS, new NumberedRows(1000, 400));

    assertThat(model.columnsNamed("C39")).hasSize(11).startsWith("c39", "c390");
    assertThat(model.columnsNamed("")).isEmpty();
    assertThat(model.result().get().orElseThrow().samples()).hasSize(400);
  }

  private void show(Target target, NumberedRows rows) throws InterruptedException {
    model.show(target, _ -> rows);
    ui.until(() ->
        !model.stale().get()
            && model.result().get().filter(now -> now.target().equals(target)).isPresent());
  }

  private String summary() {
    return texts.summary(model.result().get().orElseThrow(), model.loaded(), model.total().get());
  }

  private static void wait(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
