package io.qarion.app.designer.rename;

import io.qarion.app.designer.action.Action;
import io.qarion.app.designer.control.Overlay;
import io.qarion.app.designer.control.TypeField;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.edit.rename.Change;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What gets another name or type, these, and all that would change. */
public final class RenameView extends Overlay {

  private static final double WIDTH = 920;
  private static final double HEIGHT = 620;

  private final RenameModel model;
  private final Messages messages;
  private final ListView<Subject> subjects = new ListView<>();
  private final TextField name = new TextField();
  private final TypeField type;
  private final Label nothing = new Label();
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
    name.disableProperty()
        .bind(model.subject().map(chosen -> chosen.filter(Subject::hasFreeName).isEmpty()));
    type = new TypeField(chosen -> model.type().set(Optional.of(chosen)));
    type.setId("rename-type");
    type.setAccessibleText(messages.get("rename.type"));
    model.type().subscribe(chosen -> chosen.ifPresent(type::show));
    changes.setId("rename-changes");
    changes.setAccessibleText(messages.get("rename.changes"));
    changes.getStyleClass().add("changes");
    changes.setCellFactory(_ -> new ChangeCell(messages));
    nothing
        .textProperty()
        .bind(
            model
                .looking()
                .map(looks -> messages.get(looks ? "rename.looking" : "rename.nothing")));
    changes.setPlaceholder(nothing);
    said.setId("rename-said");
    said.setWrapText(true);
    said.setMinHeight(Region.USE_PREF_SIZE);
    said.getStyleClass().add("help");
    refusal.setId("rename-refusal");
    refusal.setWrapText(true);
    refusal.setMinHeight(Region.USE_PREF_SIZE);
    refusal.getStyleClass().add("draft-problem");
    refusal.managedProperty().bind(refusal.visibleProperty());
    nothing.visibleProperty().bind(refusal.visibleProperty().not());
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
    VBox named = field("rename.name", name);
    HBox.setHgrow(named, Priority.ALWAYS);
    VBox typed = field("rename.type", type);
    typed.visibleProperty().bind(model.type().map(Optional::isPresent));
    typed.managedProperty().bind(typed.visibleProperty());
    var fields = new HBox(named, typed);
    fields.getStyleClass().add("fields");
    VBox.setVgrow(changes, Priority.ALWAYS);
    var right = new VBox(fields, refusal, changes, said);
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

  private VBox field(String key, Control control) {
    var label = new Label(messages.get(key));
    label.setLabelFor(control);
    var field = new VBox(label, control);
    field.getStyleClass().add("field");
    return field;
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
    var words = new StringJoiner(" ");
    words.add(
        messages.get("rename.count", plan.change().edits(), plan.change().documents().size()));
    if (plan.toCheck() > 0) {
      words.add(messages.get("rename.look", plan.toCheck()));
    }
    if (!plan.declaredAfter().isEmpty()) {
      words.add(messages.get("rename.declared"));
    }
    said.setText(words.toString());
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
            this::open),
        new Action(
            "edit.change-type",
            messages.get("action.edit.change-type"),
            "fth-hash",
            Optional.empty(),
            model.hasTypes(),
            this::openForType));
  }

  /** Shows what can be renamed and waits for a name. */
  public void open() {
    open(Subject.OfDataset.class::isInstance);
    name.requestFocus();
    name.selectAll();
  }

  private void openForType() {
    open(subject -> subject.type().isPresent());
    type.requestFocus();
  }

  private void open(Predicate<Subject> first) {
    subjects.getSelectionModel().clearSelection();
    subjects.getItems().setAll(model.subjects());
    appear();
    subjects.getItems().stream()
        .filter(first)
        .findFirst()
        .ifPresentOrElse(
            subjects.getSelectionModel()::select, subjects.getSelectionModel()::selectFirst);
    subjects.scrollTo(subjects.getSelectionModel().getSelectedIndex());
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
        case Subject.OfInput column -> messages.get("rename.input", column.name());
        case Subject.OfVariable variable -> messages.get("rename.variable", variable.name());
      };
    }
  }
}
