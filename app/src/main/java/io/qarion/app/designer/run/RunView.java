package io.qarion.app.designer.run;

import io.qarion.app.designer.control.Columns;
import io.qarion.app.designer.control.EmptyState;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.i18n.Quantities;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.core.progress.RunEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The steps of a run on a common line of time, with what each read, wrote and took. */
public final class RunView extends VBox {

  private static final double NARROW = 88;
  private static final double STATUS = 112;
  private static final double NAME = 160;
  private static final double TIMELINE = 280;

  private final RunModel model = new RunModel();
  private final TableView<StepRow> table = new TableView<>(model.rows());
  private final Messages messages;
  private final Quantities quantities;
  private final ListChangeListener<RunEvent> listener = this::changed;
  private final ObjectProperty<Optional<Duration>> timeLeft =
      new SimpleObjectProperty<>(Optional.empty());
  private Optional<FlowDocument> shown = Optional.empty();
  private Subscription subscription = Subscription.EMPTY;

  public RunView(DesignerSession session, Messages messages) {
    this.messages = messages;
    this.quantities = new Quantities(messages);
    getStyleClass().addAll("panel", "run-panel");
    var summary = new Label();
    summary.setId("run-summary");
    summary.getStyleClass().add("panel-note");
    summary
        .textProperty()
        .bind(Bindings.createStringBinding(this::summary, model.end(), model.length(), timeLeft));
    table.setId("run-steps");
    table.setPlaceholder(
        new EmptyState(messages.get("run.empty.title"), messages.get("run.empty.text")));
    columns();
    setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(summary, table);
    model.length().addListener((_, _, _) -> table.refresh());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, row) -> {
          if (row != null) {
            shown.ifPresent(flow -> flow.selection().set(Optional.of(row.step())));
          }
        });
    session.active().subscribe(this::show);
  }

  /** The model behind the view. */
  public RunModel model() {
    return model;
  }

  private void columns() {
    table.getColumns().add(Columns.text(title("step"), NAME, row -> row.step().value()));
    table
        .getColumns()
        .add(
            Columns.text(
                title("status"), STATUS, row -> messages.get("status." + row.status().text())));
    table.getColumns().add(timeline());
    number("time", row -> quantities.time(row.duration()));
    number("rows-in", row -> quantities.count(row.statistics().rowsIn()));
    number("rows-out", row -> quantities.count(row.statistics().rowsOut()));
    number("rate", row -> quantities.rate(row.statistics().rowsOut(), row.duration()));
    number("read", row -> quantities.bytes(row.statistics().bytesRead()));
    number("memory", row -> quantities.bytes(row.statistics().peakMemory()));
    number("spilled", row -> quantities.bytes(row.statistics().spilled()));
  }

  private void number(String key, Function<StepRow, String> value) {
    table.getColumns().add(Columns.number(title(key), NARROW, value));
  }

  private TableColumn<StepRow, StepRow> timeline() {
    var timeline = new TableColumn<StepRow, StepRow>(title("timeline"));
    timeline.setPrefWidth(TIMELINE);
    timeline.setSortable(false);
    timeline.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    timeline.setCellFactory(_ -> new TimelineCell(() -> model.length().get()));
    return timeline;
  }

  private String title(String key) {
    return messages.get("run." + key);
  }

  private String summary() {
    return model
        .end()
        .get()
        .map(finished ->
            messages.get(
                "run.summary",
                messages.get("status." + finished.status().text()),
                quantities.time(model.length().get()),
                quantities.count(finished.statistics().rowsOut()),
                finished.message()))
        .orElseGet(() ->
            timeLeft
                .get()
                .map(quantities::left)
                .filter(left -> !left.isEmpty())
                .map(left -> messages.get("run.left", left))
                .orElse(""));
  }

  private void show(Optional<FlowDocument> document) {
    subscription.unsubscribe();
    shown = document;
    if (document.isEmpty()) {
      timeLeft.set(Optional.empty());
      model.show(List.of());
      return;
    }
    FlowDocument flow = document.get();
    model.show(flow.runState().events());
    flow.runState().events().addListener(listener);
    subscription =
        Subscription.combine(
            () -> flow.runState().events().removeListener(listener),
            flow.runState().timeLeft().subscribe(timeLeft::set));
  }

  private void changed(ListChangeListener.Change<? extends RunEvent> change) {
    while (change.next()) {
      change.getAddedSubList().forEach(model::accept);
    }
  }
}
