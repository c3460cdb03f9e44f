package io.qarion.app.designer.shell;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.i18n.Quantities;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.OpenProject;
import io.qarion.app.designer.task.BackgroundTask;
import io.qarion.app.designer.task.BackgroundTasks;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The engine, what is going on beside the window, and whether all is saved. */
final class StatusBar extends HBox {

  private final BackgroundTasks tasks;
  private final Messages messages;
  private final HBox work = new HBox();

  StatusBar(DesignerSession session, BackgroundTasks tasks, Messages messages) {
    this.tasks = tasks;
    this.messages = messages;
    setId("status-bar");
    getStyleClass().add("status-bar");
    var engine = new Label();
    engine
        .textProperty()
        .bind(session.project().map(project -> project.map(OpenProject::engine).orElse("")));
    var saved = new Label();
    saved.setId("saved");
    saved.textProperty().bind(savedText(session));
    var space = new Region();
    setHgrow(space, Priority.ALWAYS);
    work.setSpacing(8);
    getChildren().addAll(engine, space, work, timeLeft(session), saved);
    tasks.running().addListener((ListChangeListener<BackgroundTask>) _ -> showWork());
    showWork();
  }

  /** Of the run of the flow that is shown. */
  private Label timeLeft(DesignerSession session) {
    var quantities = new Quantities(messages);
    var none = new ReadOnlyObjectWrapper<Optional<Duration>>(Optional.empty());
    var left = new Label();
    left.setId("time-left");
    left.textProperty()
        .bind(
            session
                .active()
                .flatMap(active ->
                    active
                        .map(flow -> flow.runState().timeLeft())
                        .orElseGet(() -> none.getReadOnlyProperty()))
                .map(time -> time.map(quantities::left).orElse("")));
    left.visibleProperty().bind(left.textProperty().isNotEmpty());
    left.managedProperty().bind(left.visibleProperty());
    return left;
  }

  private ObservableValue<String> savedText(DesignerSession session) {
    return session
        .active()
        .flatMap(active ->
            active
                .map(FlowDocument::dirty)
                .map(dirty -> dirty.map(is -> messages.get(is ? "status.unsaved" : "status.saved")))
                .orElseGet(() -> new Label("").textProperty().map(text -> text)));
  }

  private void showWork() {
    work.getChildren().clear();
    if (tasks.running().isEmpty()) {
      return;
    }
    BackgroundTask first = tasks.running().getFirst();
    var cancel = new Button("", new FontIcon("fth-x"));
    cancel.getStyleClass().addAll("button-icon", "flat", "small");
    cancel.setAccessibleText(messages.get("status.cancel"));
    cancel.setOnAction(_ -> first.cancel());
    work.getChildren().addAll(new ProgressBar(), new Label(first.name()), cancel);
  }
}
