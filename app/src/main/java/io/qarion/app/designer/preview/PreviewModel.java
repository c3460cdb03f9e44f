package io.qarion.app.designer.preview;

import io.qarion.app.designer.data.ColumnSample;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.LatestTask;
import io.qarion.app.designer.task.UiThread;
import io.qarion.app.designer.task.Work;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.expression.Formula;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.run.StepRows;
import io.qarion.core.transform.FilterRows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one step, of which a few pages are held. What is asked for last wins; until it is
 * there, what is shown counts as stale. To be used in the window's thread.
 */
public final class PreviewModel {

  private static final long SCROLL_PAUSE_MILLIS = 30;

  private final LatestTask reading;
  private final LatestTask counting;
  private final LatestTask scrolling;
  private final LatestTask copying;
  private final ReadOnlyObjectWrapper<Optional<Target>> target =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Result>> result =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<OptionalLong> total =
      new ReadOnlyObjectWrapper<>(OptionalLong.empty());
  private final ReadOnlyObjectWrapper<List<Problem>> problems =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Problem>> filterProblems =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>(View.PLAIN);
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private final Set<Long> wanted = new LinkedHashSet<>();
  private Work<StepRows> opener =
      _ -> {
        throw new IllegalStateException("nothing is shown");
      };
  private GridRows rows = new GridRows();
  private HeldPages pages = new HeldPages();
  private long loaded;

  public PreviewModel(BackgroundTasks tasks, UiThread ui) {
    reading = new LatestTask(tasks, ui, "Preview", 0);
    counting = new LatestTask(tasks, ui, "Count rows", 0);
    scrolling = new LatestTask(tasks, ui, "Preview more rows", SCROLL_PAUSE_MILLIS);
    copying = new LatestTask(tasks, ui, "Copy rows", 0);
  }

  /** The step that is to be shown; empty if none is chosen. */
  public ReadOnlyObjectProperty<Optional<Target>> target() {
    return target.getReadOnlyProperty();
  }

  /** What is shown; of another step while the chosen one is not there yet. */
  public ReadOnlyObjectProperty<Optional<Result>> result() {
    return result.getReadOnlyProperty();
  }

  /** How many rows there are; empty until they are counted. */
  public ReadOnlyObjectProperty<OptionalLong> total() {
    return total.getReadOnlyProperty();
  }

  /** Why there are no rows to show. */
  public ReadOnlyObjectProperty<List<Problem>> problems() {
    return problems.getReadOnlyProperty();
  }

  /** What is wrong with the filter that was asked for last. */
  public ReadOnlyObjectProperty<List<Problem>> filterProblems() {
    return filterProblems.getReadOnlyProperty();
  }

  /** The filters and the order asked for. */
  public ReadOnlyObjectProperty<View> view() {
    return view.getReadOnlyProperty();
  }

  /** Whether something newer than what is shown has been asked for. */
  public ReadOnlyBooleanProperty stale() {
    return stale.getReadOnlyProperty();
  }

  /** Rises when cells that were not there before are. */
  public ReadOnlyIntegerProperty revision() {
    return revision.getReadOnlyProperty();
  }

  /** A row for each of the result, as far as they are known; a new list for each result. */
  public GridRows rows() {
    return rows;
  }

  /** Rows from the first on that have been read without a gap. */
  public long loaded() {
    return loaded;
  }

  /**
   * Shows a step, or the same step again because something about it has changed.
   *
   * @param newOpener finds out what gives its rows; called beside the window
   */
  public void show(Target newTarget, Work<StepRows> newOpener) {
    if (!target.get().equals(Optional.of(newTarget))) {
      view.set(View.PLAIN);
      filterProblems.set(List.of());
      target.set(Optional.of(newTarget));
    }
    opener = newOpener;
    read();
  }

  /** Shows why a step has no rows. */
  public void fail(Target newTarget, List<Problem> reasons) {
    drop();
    target.set(Optional.of(newTarget));
    problems.set(reasons);
  }

  /** Shows that nothing is chosen. */
  public void clear() {
    drop();
    target.set(Optional.empty());
    problems.set(List.of());
  }

  /** Says that what is shown is out of date, and nothing newer is under way. */
  public void outdate() {
    stopWork();
    stale.set(result.get().isPresent());
  }

  /** Puts the rows in an order; without keys, in their own. */
  public void sort(List<SortKey> order) {
    if (!view.get().order().equals(order)) {
      view.set(view.get().withOrder(order));
      read();
    }
  }

  /** Keeps only the rows for which a condition holds; says if it can't be read. */
  public boolean addFilter(String condition) {
    String text = condition.strip();
    List<Problem> found = check(text);
    filterProblems.set(found);
    if (!found.isEmpty()) {
      return false;
    }
    if (!view.get().filters().contains(text)) {
      var filters = new ArrayList<>(view.get().filters());
      filters.add(text);
      view.set(view.get().withFilters(filters));
      read();
    }
    return true;
  }

  public void removeFilter(String condition) {
    var filters = new ArrayList<>(view.get().filters());
    if (filters.remove(condition)) {
      view.set(view.get().withFilters(filters));
      read();
    }
  }

  /** Takes back filters and order, such as ones that do not fit any more. */
  public void reset() {
    filterProblems.set(List.of());
    if (!view.get().equals(View.PLAIN)) {
      view.set(View.PLAIN);
      read();
    }
  }

  /** The cells of a row; if they are not held they are asked for, and the revision rises. */
  public Optional<List<@Nullable Object>> cells(int row) {
    Optional<List<@Nullable Object>> held = pages.row(row);
    if (held.isEmpty() && !stale.get()) {
      result.get().ifPresent(shown -> fetch(shown, HeldPages.number(row)));
    }
    return held;
  }

  /** The columns whose names hold a text, whatever the case. */
  public List<String> columnsNamed(String text) {
    String part = text.strip().toLowerCase(Locale.ROOT);
    return result.get().stream()
        .flatMap(shown -> shown.schema().names().stream())
        .filter(name -> !part.isEmpty() && name.toLowerCase(Locale.ROOT).contains(part))
        .toList();
  }

  /** Gives rows as text with their header to whoever asks, once they have been read. */
  public void copy(RowSelection selection, Consumer<String> taker) {
    result
        .get()
        .ifPresent(shown ->
            copying.submit(
                cancellation -> selection.text(shown, cancellation), taker, this::failedBeside));
  }

  private List<Problem> check(String condition) {
    Formula formula = Formula.parse(condition);
    if (!formula.isReadable()) {
      return formula.problems().stream()
          .map(each -> Problem.error("filter", Place.UNKNOWN, each.message(), each.fix()))
          .toList();
    }
    return result
        .get()
        .map(shown -> shown.source().check(List.of(new FilterRows(formula))))
        .orElse(List.of());
  }

  private void read() {
    Target chosen = target.get().orElseThrow();
    View how = view.get();
    Work<StepRows> open = opener;
    counting.cancel();
    scrolling.cancel();
    wanted.clear();
    stale.set(result.get().isPresent());
    reading.submit(
        cancellation -> look(chosen, how, open, cancellation), this::shown, this::failed);
  }

  private static Result look(
      Target target, View view, Work<StepRows> opener, Cancellation cancellation) {
    long start = System.nanoTime();
    StepRows source = opener.run(cancellation);
    RowPage first = source.page(view.rules(), 0, HeldPages.ROWS, cancellation);
    List<ColumnSample> samples = ColumnSample.of(first);
    return new Result(
        target, source, view, first, samples, Duration.ofNanos(System.nanoTime() - start));
  }

  private void shown(Result newResult) {
    pages = new HeldPages();
    rows = new GridRows();
    problems.set(List.of());
    total.set(OptionalLong.empty());
    loaded = 0;
    take(newResult.first());
    stale.set(false);
    result.set(Optional.of(newResult));
    if (newResult.first().more()) {
      counting.submit(
          cancellation -> newResult.source().count(newResult.view().filterRules(), cancellation),
          this::counted,
          this::failedBeside);
    } else {
      counted(newResult.first().rows().size());
    }
  }

  private void counted(long number) {
    total.set(OptionalLong.of(number));
    rows.resize(number);
  }

  /** Rows in sight lie on two pages at most; older wishes have been scrolled past. */
  private void fetch(Result shown, long page) {
    if (!wanted.add(page)) {
      return;
    }
    if (wanted.size() > 2) {
      wanted.remove(wanted.iterator().next());
    }
    List<Long> numbers = List.copyOf(wanted);
    scrolling.submit(
        cancellation -> numbers.stream().map(each -> read(shown, each, cancellation)).toList(),
        read -> {
          wanted.clear();
          read.forEach(this::take);
        },
        error -> {
          wanted.clear();
          failedBeside(error);
        });
  }

  private static RowPage read(Result shown, long page, Cancellation cancellation) {
    return shown
        .source()
        .page(shown.view().rules(), page * HeldPages.ROWS, HeldPages.ROWS, cancellation);
  }

  private void take(RowPage page) {
    pages.put(page);
    long end = page.offset() + page.rows().size();
    if (page.offset() <= loaded) {
      loaded = Math.max(loaded, end);
    }
    if (total.get().isEmpty()) {
      // One page more can be scrolled to while nobody knows how many there are.
      rows.resize(Math.max(rows.size(), end + (page.more() ? HeldPages.ROWS : 0)));
    }
    revision.set(revision.get() + 1);
  }

  private void failed(QarionException error) {
    drop();
    problems.set(error.problems());
  }

  /** The rows that are there stay; what came on top of them failed. */
  private void failedBeside(QarionException error) {
    if (!error.code().equals(Cancellation.CODE)) {
      filterProblems.set(error.problems());
    }
  }

  private void stopWork() {
    reading.cancel();
    counting.cancel();
    scrolling.cancel();
    wanted.clear();
    copying.cancel();
  }

  private void drop() {
    stopWork();
    pages = new HeldPages();
    rows = new GridRows();
    loaded = 0;
    total.set(OptionalLong.empty());
    stale.set(false);
    result.set(Optional.empty());
  }
}
