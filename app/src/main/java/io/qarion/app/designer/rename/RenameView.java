package io.qarion.app.designer.rename;

import io.qarion.app.designer.action.Action;
import io.qarion.app.designer.control.Overlay;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.edit.rename.Change;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What gets another name, that name, and all that would change. */
public final class RenameView extends Overlay {

  private static final double WIDTH = 920;
  private static final double HEIGHT = 620;

  private final RenameModel model;
  private final Messages messages;
  private final ListView<Subject> subjects = new ListView<>();
  private final TextField name = new TextField();
  private final ListView<Change> changes = new ListView<>();
  private final Label said = new Label();
  private final Label refusal = new Label();

  public RenameView(RenameModel model, Messages messages) {
    begin("rename", "new-flow", "rename");
    this.model = model;
    this.messages = messages;
    fillSubjects();
    name.setId("rename-name");
    name.setAccessibleText(messages.get("rename.name"));
    name.textProperty().bindBidirectional(model.name());
    changes.setId("rename-changes");
    changes.setAccessibleText(messages.get("rename.changes"));
    changes.getStyleClass().add("changes");
    changes.setCellFactory(_ -> new ChangeCell(messages));
    changes.setPlaceholder(new Label(messages.get("rename.nothing")));
    said.setId("rename-said");
    said.setWrapText(true);
    said.getStyleClass().add("help");
    refusal.setId("rename-refusal");
    refusal.setWrapText(true);
    refusal.getStyleClass().add("draft-problem");
    refusal.managedProperty().bind(refusal.visibleProperty());
    getChildren().add(box());
    model.plan().subscribe(this::show);
  }

  private void fillSubjects() {
    subjects.setId("rename-subjects");
    subjects.setAccessibleText(messages.get("rename.subjects"));
    subjects.setCellFactory(_ -> new SubjectCell());
    subjects
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, chosen) -> model.subject().set(Optional.ofNullable(chosen)));
  }

  private VBox box() {
    var title = new Label(messages.get("rename.title"));
    title.getStyleClass().add("headline");
    var label = new Label(messages.get("rename.name"));
    label.setLabelFor(name);
    var field = new VBox(label, name);
    field.getStyleClass().add("field");
    VBox.setVgrow(changes, Priority.ALWAYS);
    var right = new VBox(field, refusal, changes, said);
    right.getStyleClass().add("draft");
    HBox.setHgrow(right, Priority.ALWAYS);
    var middle = new HBox(subjects, right);
    middle.getStyleClass().add("middle");
    VBox.setVgrow(middle, Priority.ALWAYS);
    var box = new VBox(title, middle, foot());
    box.getStyleClass().add("box");
    box.setMaxSize(WIDTH, HEIGHT);
    return box;
  }

  private HBox foot() {
    var cancel = new Button(messages.get("rename.cancel"));
    cancel.setId("rename-cancel");
    cancel.setOnAction(_ -> close());
    var apply = new Button(messages.get("rename.apply"));
    apply.setId("rename-apply");
    apply.setDefaultButton(true);
    apply.getStyleClass().add("accent");
    apply.disableProperty().bind(model.plan().map(plan -> !plan.isPossible()));
    apply.setOnAction(_ -> {
      close();
      model.apply();
    });
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var foot = new HBox(space, cancel, apply);
    foot.getStyleClass().add("foot");
    foot.setAlignment(Pos.CENTER_RIGHT);
    return foot;
  }

  private void show(Plan plan) {
    changes.getItems().setAll(plan.changes());
    refusal.setText(plan.refusal());
    refusal.setVisible(!plan.refusal().isEmpty());
    String count =
        messages.get("rename.count", plan.changes().size(), plan.renaming().documents().size());
    said.setText(plan.writesDatasets() ? count + " " + messages.get("rename.declared") : count);
    said.setVisible(plan.isPossible());
  }

  /** Opens this, for menus and the palette. */
  public List<Action> actions(ObservableValue<Boolean> possible) {
    return List.of(
        new Action(
            "edit.rename-dataset",
            messages.get("action.edit.rename-dataset"),
            "fth-type",
            Optional.of(KeyCombination.valueOf("Shift+F2")),
            possible,
            this::open));
  }

  /** Shows what can be renamed and waits for a name. */
  public void open() {
    subjects.getSelectionModel().clearSelection();
    subjects.getItems().setAll(model.subjects());
    appear();
    subjects.getItems().stream()
        .filter(Subject.OfDataset.class::isInstance)
        .findFirst()
        .ifPresentOrElse(
            subjects.getSelectionModel()::select, subjects.getSelectionModel()::selectFirst);
    name.requestFocus();
    name.selectAll();
  }

  /** A name with what has it. */
  private final class SubjectCell extends ListCell<Subject> {

    @Override
    protected void updateItem(Subject subject, boolean empty) {
      super.updateItem(subject, empty);
      setText(empty || subject == null ? "" : title(subject));
    }

    private String title(Subject subject) {
      return switch (subject) {
        case Subject.OfStep step -> messages.get("rename.step", step.name());
        case Subject.OfDataset dataset -> messages.get("rename.dataset", dataset.name());
        case Subject.OfColumn column -> messages.get("rename.column", column.name());
        case Subject.OfVariable variable -> messages.get("rename.variable", variable.name());
      };
    }
  }
}
