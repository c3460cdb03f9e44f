package io.qarion.app.designer.profile;

import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.LatestTask;
import io.qarion.app.designer.task.UiThread;
import io.qarion.app.designer.task.Work;
import io.qarion.core.dataset.Schema;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.run.StepRows;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Figures of all columns of one step, and the details of one of them. What takes long comes last;
 * another step ends the work for the one before. To be used in the window's thread.
 */
public final class ProfileModel {

  private final LatestTask reading;
  private final LatestTask counting;
  private final LatestTask detailing;
  private final ReadOnlyObjectWrapper<String> title = new ReadOnlyObjectWrapper<>("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<List<Problem>> problems =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<ColumnDetails>> details =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObservableList<ColumnProfile> columns = FXCollections.observableArrayList();
  private Optional<StepRows> source = Optional.empty();
  private String chosen = "";

  public ProfileModel(BackgroundTasks tasks, UiThread ui) {
    reading = new LatestTask(tasks, ui, "Profile", 0);
    counting = new LatestTask(tasks, ui, "Count different values", 0);
    detailing = new LatestTask(tasks, ui, "Profile a column", 0);
  }

  /** The step whose columns these are; empty if none is chosen. */
  public ReadOnlyObjectProperty<String> title() {
    return title.getReadOnlyProperty();
  }

  /** Whether figures are still missing, or belong to what was shown before. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Why there are no figures. */
  public ReadOnlyObjectProperty<List<Problem>> problems() {
    return problems.getReadOnlyProperty();
  }

  public ObservableList<ColumnProfile> columns() {
    return columns;
  }

  /** Of the column chosen last. */
  public ReadOnlyObjectProperty<Optional<ColumnDetails>> details() {
    return details.getReadOnlyProperty();
  }

  /** Computes the figures of a step. */
  public void show(String step, Work<StepRows> opener) {
    stop();
    if (!title.get().equals(step)) {
      columns.clear();
      details.set(Optional.empty());
    }
    title.set(step);
    problems.set(List.of());
    busy.set(true);
    reading.submit(
        cancellation -> {
          StepRows rows = opener.run(cancellation);
          Schema schema = rows.schema();
          return new First(
              rows,
              FigureRules.profiles(
                  schema, rows.page(FigureRules.figures(schema), 0, 1, cancellation)));
        },
        this::first,
        this::failed);
  }

  /** Shows why a step has no figures. */
  public void fail(String step, List<Problem> reasons) {
    clear();
    title.set(step);
    problems.set(reasons);
  }

  /** Shows that nothing is chosen. */
  public void clear() {
    stop();
    title.set("");
    problems.set(List.of());
    busy.set(false);
    empty();
  }

  /** Computes how the values of a column are spread. */
  public void choose(String column) {
    chosen = column;
    Optional<ColumnProfile> profile = find(column);
    if (source.isPresent() && profile.isPresent()) {
      StepRows rows = source.get();
      detailing.submit(
          cancellation -> SpreadRules.read(rows, profile.get(), cancellation),
          found -> details.set(Optional.of(found)),
          this::failed);
    }
  }

  private void first(First first) {
    source = Optional.of(first.source());
    columns.setAll(first.profiles());
    if (find(chosen).isEmpty() && !columns.isEmpty()) {
      chosen = columns.getFirst().column().name();
    }
    choose(chosen);
    List<ColumnProfile> known = List.copyOf(columns);
    counting.submit(
        cancellation ->
            FigureRules.withDistinct(
                known,
                first
                    .source()
                    .page(FigureRules.distinct(first.source().schema()), 0, 1, cancellation)),
        this::counted,
        this::failed);
  }

  private void counted(List<ColumnProfile> full) {
    columns.setAll(full);
    busy.set(false);
    details.set(
        details
            .get()
            .map(shown ->
                new ColumnDetails(
                    find(shown.profile().column().name()).orElse(shown.profile()),
                    shown.top(),
                    shown.bins())));
  }

  private Optional<ColumnProfile> find(String name) {
    return columns.stream().filter(each -> each.column().name().equals(name)).findFirst();
  }

  private void failed(QarionException error) {
    stop();
    empty();
    busy.set(false);
    problems.set(error.problems());
  }

  private void empty() {
    source = Optional.empty();
    columns.clear();
    details.set(Optional.empty());
  }

  private void stop() {
    reading.cancel();
    counting.cancel();
    detailing.cancel();
  }

  private record First(StepRows source, List<ColumnProfile> profiles) {}
}
