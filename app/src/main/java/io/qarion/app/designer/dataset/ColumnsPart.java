package io.qarion.app.designer.dataset;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.edit.DatasetEdits;
import io.qarion.core.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the dataset is, and its columns. */
final class ColumnsPart extends VBox {

  private final DatasetModel model;
  private final Messages messages;
  private final LineField description;
  private final LineField namespace;
  private final ListView<ColumnLine> columns = new ListView<>();
  private final TextField further = new TextField();
  private final Label refusal = new Label();

  ColumnsPart(DatasetModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("columns-part");
    description =
        new LineField(words ->
            model.edit(
                messages.get("dataset.describe-all"), text -> DatasetEdits.describe(text, words)));
    namespace =
        new LineField(word ->
            model.edit(
                messages.get("dataset.change-namespace"),
                text -> DatasetEdits.namespace(text, word)));
    columns.setId("dataset-columns");
    columns.setAccessibleText(messages.get("dataset.columns"));
    var ordered = new ColumnOrder(columns, this::move);
    columns.setCellFactory(_ -> ordered.watch(new ColumnCell(model, messages)));
    VBox.setVgrow(ordered.node(), Priority.ALWAYS);
    refusal.setId("dataset-refusal");
    refusal.setWrapText(true);
    refusal.getStyleClass().add("draft-problem");
    refusal.managedProperty().bind(refusal.visibleProperty());
    getChildren().addAll(words(), heads(), ordered.node(), further(), refusal);
    model.edited().subscribe(edited -> edited.ifPresent(this::show));
    model.refusal().subscribe(_ -> complain());
  }

  private HBox words() {
    Node about = labelled("dataset.description", "dataset-about", description);
    HBox.setHgrow(about, Priority.ALWAYS);
    var row = new HBox(about, labelled("dataset.namespace", "dataset-namespace", namespace));
    row.getStyleClass().add("words");
    return row;
  }

  private Node labelled(String key, String id, LineField field) {
    field.setId(id);
    field.setAccessibleText(messages.get(key));
    var label = new Label(messages.get(key));
    label.setLabelFor(field);
    label.getStyleClass().add("field-label");
    var box = new VBox(label, field);
    box.getStyleClass().add("field");
    return box;
  }

  private void move(ColumnLine column, int to) {
    model.edit(
        messages.get("dataset.move", column.name()),
        text -> DatasetEdits.move(text, column.name(), to));
  }

  private HBox heads() {
    var line =
        new HBox(
            handle(),
            head("dataset.column", "column-name"),
            head("dataset.type", "column-type"),
            head("dataset.required", "column-flag"),
            head("dataset.key", "column-flag"),
            head("dataset.description", "column-words"));
    line.getStyleClass().addAll("heads", "line");
    return line;
  }

  /** As wide as what a line is taken by. */
  private static Region handle() {
    var space = new Region();
    space.getStyleClass().add("handle");
    return space;
  }

  private Label head(String key, String style) {
    var label = new Label(messages.get(key));
    label.getStyleClass().addAll("field-label", style);
    return label;
  }

  private HBox further() {
    further.getStyleClass().add("further");
    further.setId("dataset-new-column");
    further.setPromptText(messages.get("dataset.new-column"));
    further.setAccessibleText(messages.get("dataset.new-column"));
    var add = new Button(messages.get("dataset.add"), new FontIcon("fth-plus"));
    add.setId("dataset-add");
    add.disableProperty().bind(further.textProperty().map(String::isBlank));
    add.setOnAction(_ -> add());
    further.setOnAction(_ -> add());
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var line = new HBox(further, add, space);
    line.getStyleClass().add("line");
    line.disableProperty()
        .bind(
            model
                .edited()
                .map(
                    edited -> edited.filter(now -> now.isDeclared() && !now.readOnly()).isEmpty()));
    return line;
  }

  private void add() {
    String name = further.getText().strip();
    if (name.isEmpty()) {
      return;
    }
    model.edit(
        messages.get("dataset.add-column", name),
        text -> DatasetEdits.add(text, name, PlainType.STRING));
    if (model.refusal().get().isEmpty()) {
      further.clear();
      columns.scrollTo(columns.getItems().size() - 1);
    }
  }

  private void show(EditedDataset edited) {
    boolean fixed = !edited.isDeclared() || edited.readOnly();
    description.show(edited.dataset().description());
    namespace.show(edited.dataset().namespace().orElse(""));
    description.setDisable(fixed);
    namespace.setDisable(fixed);
    show(edited.lines());
    complain();
  }

  /** Only lines that differ are changed, so that the one that is edited keeps the focus. */
  private void show(List<ColumnLine> lines) {
    if (lines.size() != columns.getItems().size()) {
      columns.getItems().setAll(lines);
      return;
    }
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).equals(columns.getItems().get(i))) {
        columns.getItems().set(i, lines.get(i));
      }
    }
  }

  private void complain() {
    Optional<EditedDataset> now = model.edited().get();
    String wrong =
        now.map(EditedDataset::problems).orElse(List.of()).stream()
            .map((Problem problem) -> problem.message() + " " + problem.fix())
            .collect(Collectors.joining("\n"));
    String text = model.refusal().get().isEmpty() ? wrong : model.refusal().get();
    refusal.setText(text);
    refusal.setVisible(!text.isEmpty());
  }
}
