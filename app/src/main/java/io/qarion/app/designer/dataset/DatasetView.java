package io.qarion.app.designer.dataset;

import io.qarion.app.designer.action.Action;
import io.qarion.app.designer.control.Overlay;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.problem.Problem;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A dataset over the window: what is declared of it, who uses it, how its data differ. */
public final class DatasetView extends Overlay {

  private static final double WIDTH = 1_240;
  private static final double HEIGHT = 800;
  private static final double MARGIN = 24;

  private final DatasetModel model;
  private final Messages messages;
  private final Label title = new Label();
  private final Label file = new Label();
  private final HBox undeclared;
  private final Button undo = new Button("", new FontIcon("fth-corner-up-left"));
  private final Button redo = new Button("", new FontIcon("fth-corner-up-right"));
  private final Button cancel = new Button();
  private final Button save = new Button();

  public DatasetView(DatasetModel model, Messages messages) {
    begin("dataset", "new-flow", "dataset-editor");
    this.model = model;
    this.messages = messages;
    undeclared = undeclared();
    getChildren().add(box());
    model.undoName().subscribe(this::nameUndo);
    model.redoName().subscribe(this::nameRedo);
    model.edited().subscribe(edited -> edited.ifPresentOrElse(this::show, this::close));
    model
        .asked()
        .subscribe(asked ->
            asked.ifPresent(name -> {
              model.asked().set(Optional.empty());
              if (model.open(name)) {
                appear();
                cancel.requestFocus();
              }
            }));
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown()) {
      boolean again = event.getCode() == KeyCode.Y || event.isShiftDown();
      switch (event.getCode()) {
        case Z, Y -> (again ? redo : undo).fire();
        case S -> save.fire();
        default -> {
          return;
        }
      }
      event.consume();
    }
  }

  private VBox box() {
    title.setId("dataset-title");
    title.getStyleClass().add("headline");
    file.setId("dataset-file");
    file.getStyleClass().add("muted");
    var head = new HBox(title, file);
    head.getStyleClass().add("look-head");
    var columns = new ColumnsPart(model, messages);
    HBox.setHgrow(columns, Priority.ALWAYS);
    var middle = new HBox(columns, new AroundPart(model, messages));
    middle.getStyleClass().add("middle");
    VBox.setVgrow(middle, Priority.ALWAYS);
    var box = new VBox(head, undeclared, middle, foot());
    box.getStyleClass().add("box");
    box.setMaxSize(WIDTH, HEIGHT);
    StackPane.setMargin(box, new Insets(MARGIN));
    return box;
  }

  private HBox undeclared() {
    var words = new Label(messages.get("dataset.undeclared"));
    var declare = new Button(messages.get("dataset.declare"));
    declare.setId("dataset-declare");
    declare.getStyleClass().add("small");
    declare.setOnAction(_ -> model.declare());
    var bar = new HBox(new FontIcon("fth-info"), words, declare);
    bar.getStyleClass().add("question");
    bar.managedProperty().bind(bar.visibleProperty());
    return bar;
  }

  private HBox foot() {
    undo.setId("dataset-undo");
    undo.getStyleClass().addAll("flat", "button-icon");
    undo.setOnAction(_ -> model.undo());
    redo.setId("dataset-redo");
    redo.getStyleClass().addAll("flat", "button-icon");
    redo.setOnAction(_ -> model.redo());
    cancel.setText(messages.get("dataset.cancel"));
    cancel.setId("dataset-cancel");
    cancel.setOnAction(_ -> model.close());
    save.setText(messages.get("dataset.save"));
    save.setId("dataset-save");
    save.getStyleClass().add("accent");
    save.setOnAction(_ -> model.save());
    var note = new Label(messages.get("dataset.note"));
    note.getStyleClass().add("help");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var foot = new HBox(undo, redo, note, space, cancel, save);
    foot.getStyleClass().add("foot");
    foot.setAlignment(Pos.CENTER_RIGHT);
    return foot;
  }

  private void show(EditedDataset edited) {
    title.setText(messages.get("dataset.title", edited.made().name().value()));
    file.setText(
        edited
            .before()
            .map(text ->
                edited.isChanged()
                    ? messages.get("dataset.unsaved", text.fileName())
                    : text.fileName())
            .orElseGet(() -> edited.isDeclared() ? messages.get("dataset.new-file") : ""));
    undeclared.setVisible(!edited.isDeclared());
    save.setDisable(
        !edited.isChanged()
            || !edited.isDeclared()
            || edited.problems().stream().anyMatch(Problem::isError));
  }

  private void nameUndo(String edit) {
    name(
        undo,
        edit,
        edit.isEmpty() ? messages.get("dataset.undo.nothing") : messages.get("dataset.undo", edit));
  }

  private void nameRedo(String edit) {
    name(
        redo,
        edit,
        edit.isEmpty() ? messages.get("dataset.redo.nothing") : messages.get("dataset.redo", edit));
  }

  private static void name(Button button, String edit, String words) {
    button.setDisable(edit.isEmpty());
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
  }

  /** Opens this for what the chosen step writes, for menus and the palette. */
  public List<Action> actions(ObservableValue<Boolean> possible) {
    return List.of(
        new Action(
            "edit.dataset",
            messages.get("action.edit.dataset"),
            "fth-database",
            Optional.empty(),
            possible,
            model::askChosen));
  }

  @Override
  protected void dismiss() {
    model.close();
  }
}
