package io.qarion.app.designer.newflow;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.plugin.PropertyDeclaration;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The few settings that a flow can't begin without. */
final class DraftForm extends VBox {

  private final NewFlowModel model;
  private final Messages messages;
  private final TextField name = new TextField();
  private final VBox rest = new VBox();
  private Draft shown = Draft.NONE;

  DraftForm(NewFlowModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("draft");
    rest.getStyleClass().add("draft");
    name.setId("new-flow-name");
    name.textProperty()
        .subscribe(text -> {
          if (!text.equals(model.draft().get().name())) {
            model.change(model.draft().get().named(text));
          }
        });
    getChildren().addAll(labelled(messages.get("inspector.name"), name, ""), rest);
    model.draft().subscribe(this::show);
  }

  private void show(Draft draft) {
    if (!name.getText().equals(draft.name())) {
      name.setText(draft.name());
    }
    boolean other =
        !draft.flowType().equals(shown.flowType())
            || !draft.file().equals(shown.file())
            || !draft.columns().equals(shown.columns())
            || rest.getChildren().isEmpty();
    shown = draft;
    if (other) {
      fill(draft);
    }
  }

  private void fill(Draft draft) {
    rest.getChildren().clear();
    if (model.takesFile()) {
      ComboBox<String> file = choice("new-flow-file", model.files());
      file.setValue(draft.file().orElse(null));
      file.setOnAction(_ -> model.take(file.getValue()));
      rest.getChildren()
          .add(labelled(messages.get("new-flow.file"), file, messages.get("new-flow.file.help")));
      TextField keys = text("new-flow-keys", String.join(", ", draft.keys()));
      keys.textProperty()
          .subscribe((_, now) -> model.change(model.draft().get().keyed(items(now))));
      rest.getChildren()
          .add(labelled(messages.get("new-flow.keys"), keys, messages.get("new-flow.keys.help")));
    }
    if (model.takesDataset()) {
      ComboBox<String> dataset = choice("new-flow-dataset", model.datasets());
      dataset.setOnAction(_ ->
          model.change(
              model
                  .draft()
                  .get()
                  .set("dataset", dataset.getValue())
                  .set("export.source_dataset_id", dataset.getValue())));
      rest.getChildren()
          .add(
              labelled(
                  messages.get("new-flow.dataset"),
                  dataset,
                  messages.get("new-flow.dataset.help")));
    }
    model.asked().forEach(declaration -> rest.getChildren().add(field(declaration)));
  }

  private Node field(PropertyDeclaration declaration) {
    String key = declaration.key();
    TextField field = text("new-flow-" + key.replace('.', '-'), model.guess(declaration));
    field.textProperty().subscribe((_, now) -> model.change(model.draft().get().set(key, now)));
    String words = key.substring(key.lastIndexOf('.') + 1).replace('_', ' ');
    return labelled(
        words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
        field,
        declaration.help());
  }

  private static List<String> items(String text) {
    return List.of(text.split(",", -1)).stream()
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private static ComboBox<String> choice(String id, List<String> words) {
    var choice = new ComboBox<String>();
    choice.setId(id);
    choice.getItems().setAll(words);
    choice.setMaxWidth(Double.MAX_VALUE);
    return choice;
  }

  private static TextField text(String id, String text) {
    var field = new TextField(text);
    field.setId(id);
    return field;
  }

  private static Node labelled(String title, Node control, String help) {
    var label = new Label(title);
    label.setLabelFor(control);
    control.setAccessibleText(title);
    var box = new VBox(label, control);
    box.getStyleClass().add("field");
    if (!help.isEmpty()) {
      var words = new Label(help);
      words.getStyleClass().add("help");
      words.setWrapText(true);
      box.getChildren().add(words);
    }
    return box;
  }
}
