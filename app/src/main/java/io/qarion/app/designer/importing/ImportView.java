package io.qarion.app.designer.importing;

import io.qarion.app.designer.action.Action;
import io.qarion.app.designer.control.Overlay;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.i18n.Quantities;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A file over the window: its text, its rows, its bad rows, and how it is read. */
public final class ImportView extends Overlay {

  private static final double WIDTH = 1_520;
  private static final double HEIGHT = 960;
  private static final double MARGIN = 24;
  private static final double TEXT_SHARE = 0.42;
  private static final double ROWS_SHARE = 0.66;
  private static final double MOST_SHARE = 0.92;

  private final ImportModel model;
  private final Messages messages;
  private final Label title = new Label();
  private final Label size = new Label();
  private final Label name = new Label();
  private final Button cancel = new Button();
  private final ComboBox<String> files = new ComboBox<>();

  public ImportView(ImportModel model, Messages messages) {
    begin("look", "new-flow", "file-look");
    this.model = model;
    this.messages = messages;
    getChildren().add(box());
    model.shown().subscribe(shown -> shown.ifPresent(this::show));
    model.files().subscribe(all -> files.getItems().setAll(all));
    model
        .look()
        .subscribe(_ ->
            size.setText(model.size() == 0 ? "" : new Quantities(messages).bytes(model.size())));
  }

  private VBox box() {
    var right = new SplitPane(textAndRows(), new BadRowsPart(model, messages));
    right.setOrientation(Orientation.VERTICAL);
    model
        .bad()
        .map(bad -> bad.known().filter(found -> found.rejected() > 0).isPresent())
        .subscribe(any -> right.setDividerPositions(any ? ROWS_SHARE : MOST_SHARE));
    HBox.setHgrow(right, Priority.ALWAYS);
    var middle = new HBox(new OptionsPart(model, messages), right);
    middle.getStyleClass().add("middle");
    VBox.setVgrow(middle, Priority.ALWAYS);
    var box = new VBox(head(), new QuestionBar(model, messages), middle, foot());
    box.getStyleClass().add("box");
    box.setMaxSize(WIDTH, HEIGHT);
    StackPane.setMargin(box, new Insets(MARGIN));
    return box;
  }

  /** The rows have all the room where there is no text. */
  private SplitPane textAndRows() {
    var text = new RawTextPart(model, messages);
    var rows = new RowsPart(model, messages);
    var both = new SplitPane(text, rows);
    both.setDividerPositions(TEXT_SHARE);
    model
        .text()
        .map(part -> part.known().filter(Optional::isEmpty).isPresent())
        .subscribe(none -> {
          both.getItems().setAll(none ? List.of(rows) : List.of(text, rows));
          both.setDividerPositions(TEXT_SHARE);
        });
    return both;
  }

  private HBox head() {
    title.setId("look-title");
    title.getStyleClass().add("headline");
    files.setId("look-file");
    files.setAccessibleText(messages.get("look.file"));
    files.setOnAction(_ -> {
      if (files.getValue() != null) {
        model.show(files.getValue());
      }
    });
    size.getStyleClass().add("muted");
    name.setId("look-file-name");
    name.textProperty().bind(model.shown().map(shown -> shown.map(ReadFile::file).orElse("")));
    name.visibleProperty().bind(model.files().map(all -> all.size() <= 1));
    name.managedProperty().bind(name.visibleProperty());
    files.visibleProperty().bind(name.visibleProperty().not());
    files.managedProperty().bind(files.visibleProperty());
    var head = new HBox(title, name, files, size);
    head.getStyleClass().add("look-head");
    return head;
  }

  private HBox foot() {
    cancel.setText(messages.get("look.cancel"));
    cancel.setId("look-cancel");
    cancel.setOnAction(_ -> dismiss());
    var apply = new Button(messages.get("look.apply"));
    apply.setId("look-apply");
    apply.getStyleClass().add("accent");
    apply
        .disableProperty()
        .bind(model.shown().map(shown -> shown.filter(ReadFile::isChanged).isEmpty()));
    apply.setOnAction(_ -> {
      close();
      model.apply();
    });
    var note = new Label(messages.get("look.note"));
    note.getStyleClass().add("help");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var foot = new HBox(note, space, cancel, apply);
    foot.getStyleClass().add("foot");
    foot.setAlignment(Pos.CENTER_RIGHT);
    return foot;
  }

  private void show(ReadFile shown) {
    title.setText(messages.get("look.title", shown.load().title()));
    if (!shown.file().isEmpty()) {
      files.setValue(shown.file());
    }
  }

  /** Opens this, for menus and the palette. */
  public List<Action> actions() {
    return List.of(
        new Action(
            "edit.read-file",
            messages.get("action.edit.read-file"),
            "fth-file-text",
            Optional.empty(),
            model.possible(),
            this::open));
  }

  /** Looks at the file that the chosen step loads. */
  public void open() {
    if (model.open()) {
      appear();
      cancel.requestFocus();
    }
  }

  @Override
  protected void dismiss() {
    close();
    model.close();
  }
}
