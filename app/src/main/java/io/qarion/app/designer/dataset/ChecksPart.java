package io.qarion.app.designer.dataset;

import io.qarion.app.designer.form.Field;
import io.qarion.app.designer.form.FieldValues;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.edit.DatasetChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The quality checks of the dataset, each with the settings of its kind. */
final class ChecksPart extends VBox {

  private final DatasetModel model;
  private final Messages messages;
  private final CheckList list;
  private final Runnable added;
  private final Label none = new Label();
  private final VBox forms = new VBox();
  private final MenuButton add = new MenuButton();
  private final List<CheckForm> shown = new ArrayList<>();

  /**
   * @param added hears that there is a further check, at the end
   */
  ChecksPart(DatasetModel model, Messages messages, Runnable added) {
    this.added = added;
    this.model = model;
    this.messages = messages;
    this.list = new CheckList(messages);
    setId("dataset-checks");
    getStyleClass().add("part");
    var title = new Label(messages.get("dataset.checks"));
    title.getStyleClass().add("section-title");
    none.setText(messages.get("dataset.no-checks"));
    none.setWrapText(true);
    none.getStyleClass().add("help");
    none.managedProperty().bind(none.visibleProperty());
    forms.getStyleClass().add("checks");
    fillAdd();
    getChildren().addAll(title, none, forms, add);
    model.edited().subscribe(edited -> edited.ifPresent(this::show));
  }

  private void fillAdd() {
    add.setId("dataset-add-check");
    add.setText(messages.get("dataset.check.add"));
    add.setGraphic(new FontIcon("fth-plus"));
    for (String kind : CheckList.kinds()) {
      var item = new MenuItem(list.purpose(kind));
      item.setId("dataset-add-check-" + kind);
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> add(kind));
      add.getItems().add(item);
    }
  }

  private void add(String kind) {
    model.edit(messages.get("dataset.check.add"), text -> DatasetChecks.add(text, kind));
    if (!shown.isEmpty()) {
      added.run();
      shown.getLast().controlIds().skip(1).findFirst().map(this::control).ifPresent(this::enter);
    }
  }

  private Node control(String id) {
    return forms.lookup("#" + id);
  }

  /** Typing goes on behind what is there. */
  private void enter(Node control) {
    control.requestFocus();
    if (control instanceof TextInputControl input) {
      input.end();
    }
  }

  private void show(EditedDataset edited) {
    List<ShownCheck> checks =
        edited.draft().map(text -> list.of(text, edited, model.known())).orElse(List.of());
    none.setVisible(checks.isEmpty());
    add.setVisible(edited.isDeclared());
    add.setDisable(edited.readOnly());
    forms.setDisable(edited.readOnly());
    for (ShownCheck check : checks) {
      put(check);
    }
    shown.subList(checks.size(), shown.size()).clear();
    forms.getChildren().remove(checks.size(), forms.getChildren().size());
  }

  /** Controls stay where they can, so that typing is not disturbed. */
  private void put(ShownCheck check) {
    int index = check.index();
    if (index < shown.size() && shown.get(index).takes(check)) {
      shown.get(index).show(check);
      return;
    }
    Optional<String> focused = index < shown.size() ? focused(shown.get(index)) : Optional.empty();
    var made = new CheckForm(check, new Edits(), messages);
    if (index < shown.size()) {
      shown.set(index, made);
      forms.getChildren().set(index, made);
    } else {
      shown.add(made);
      forms.getChildren().add(made);
    }
    focused.map(this::control).ifPresent(this::enter);
  }

  /** The control that a form made anew has to go on with. */
  private Optional<String> focused(CheckForm form) {
    return form.controlIds()
        .filter(id -> Optional.ofNullable(control(id)).filter(Node::isFocused).isPresent())
        .findFirst();
  }

  /** The edits of a check, each to be undone by itself. */
  private final class Edits implements CheckForm.Work {

    @Override
    public void change(ShownCheck check, Field field, String text) {
      if (FieldValues.isValid(field, text)) {
        model.edit(
            messages.get("dataset.check.change", field.label(), check.title()),
            document -> FieldValues.write(document, field, text));
      }
    }

    @Override
    public void remove(ShownCheck check) {
      model.edit(
          messages.get("dataset.check.remove", check.title()),
          document -> DatasetChecks.remove(document, check.index()));
    }
  }
}
