package io.qarion.app.designer.history;

import io.qarion.app.designer.control.Columns;
import io.qarion.app.designer.control.EmptyState;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.i18n.Quantities;
import io.qarion.core.history.RunRecord;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** All runs of a flow; of two that are chosen, what differs. */
public final class HistoryView extends SplitPane {

  private static final double TIME = 192;
  private static final double NARROW = 112;
  private static final double WIDE = 240;
  private static final double STEP = 136;
  private static final double FIGURE = 104;
  private static final double CHANGE = 72;
  private static final double DIVIDER = 0.36;

  private final HistoryModel model;
  private final Messages messages;
  private final Quantities quantities;
  private final DateTimeFormatter times;

  public HistoryView(HistoryModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    this.quantities = new Quantities(messages);
    this.times =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
            .withLocale(messages.locale())
            .withZone(ZoneId.systemDefault());
    getStyleClass().addAll("panel", "history");
    setDividerPositions(DIVIDER);
    getItems().addAll(runs(), differences());
  }

  private TableView<RunRecord> runs() {
    var table = new TableView<>(model.runs());
    table.setId("history-runs");
    table.setPlaceholder(
        new EmptyState(messages.get("history.empty.title"), messages.get("history.empty.text")));
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table
        .getColumns()
        .add(Columns.text(messages.get("history.start"), TIME, run -> times.format(run.start())));
    table
        .getColumns()
        .add(
            Columns.text(
                messages.get("run.status"),
                NARROW,
                run -> messages.get("status." + run.status().text())));
    table.getColumns().add(Columns.number(messages.get("run.time"), NARROW, this::duration));
    table
        .getColumns()
        .add(
            Columns.number(
                messages.get("history.rows"),
                NARROW,
                run -> quantities.count(run.rowsProcessed())));
    table.getColumns().add(Columns.text(messages.get("history.message"), WIDE, RunRecord::message));
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<RunRecord>) change -> compare(change.getList()));
    model.runs().addListener((ListChangeListener<RunRecord>) _ -> markAsked(table));
    model.askedRun().subscribe(_ -> markAsked(table));
    return table;
  }

  /** As soon as the run is among those of the flow; it may have to be read first. */
  private void markAsked(TableView<RunRecord> table) {
    Optional<RunRecord> asked =
        model
            .askedRun()
            .get()
            .flatMap(id -> model.runs().stream().filter(run -> run.id().equals(id)).findFirst());
    asked.ifPresent(run -> {
      model.askedRun().set(Optional.empty());
      table.getSelectionModel().clearSelection();
      table.getSelectionModel().select(run);
      table.scrollTo(run);
    });
  }

  private void compare(List<? extends RunRecord> chosen) {
    if (chosen.size() >= 2) {
      model.compare(chosen.getFirst(), chosen.getLast());
    } else {
      model.differences().clear();
    }
  }

  private TableView<RunDifference> differences() {
    var table = new TableView<>(model.differences());
    table.setId("history-differences");
    table.setPlaceholder(
        new EmptyState(
            messages.get("history.compare.title"), messages.get("history.compare.text")));
    table.getColumns().add(Columns.text(messages.get("run.step"), STEP, row -> row.step().value()));
    table.getColumns().add(figure("history.rows-before", row -> row.before(), this::rows));
    table.getColumns().add(figure("history.rows-after", row -> row.after(), this::rows));
    table
        .getColumns()
        .add(
            Columns.number(
                messages.get("history.change"),
                CHANGE,
                row -> row.rowsChange().map(quantities::change).orElse("")));
    table
        .getColumns()
        .add(Columns.text(messages.get("history.columns"), WIDE, this::columnChanges));
    table.getColumns().add(figure("history.time-before", row -> row.before(), this::time));
    table.getColumns().add(figure("history.time-after", row -> row.after(), this::time));
    return table;
  }

  private String columnChanges(RunDifference row) {
    return row.columnChanges().stream()
        .map(column ->
            column.before().isEmpty()
                ? messages.get("history.column.new", column.name())
                : column.after().isEmpty()
                    ? messages.get("history.column.gone", column.name())
                    : messages.get(
                        "history.column.type",
                        column.name(),
                        column.before().get(),
                        column.after().get()))
        .collect(Collectors.joining(", "));
  }

  private TableColumn<RunDifference, String> figure(
      String key,
      Function<RunDifference, Optional<RunDifference.Figures>> side,
      Function<RunDifference.Figures, String> value) {
    return Columns.number(messages.get(key), FIGURE, row -> side.apply(row).map(value).orElse(""));
  }

  private String rows(RunDifference.Figures figures) {
    return quantities.count(figures.rows());
  }

  private String time(RunDifference.Figures figures) {
    return quantities.time(figures.duration());
  }

  private String duration(RunRecord run) {
    return run.end().map(end -> quantities.time(Duration.between(run.start(), end))).orElse("");
  }
}
