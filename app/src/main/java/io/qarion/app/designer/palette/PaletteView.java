package io.qarion.app.designer.palette;

import io.qarion.app.designer.edit.StepEntry;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.theme.Icons;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;

/** The list of what can be put in, with a field to look for something. */
public final class PaletteView extends VBox {

  private final PaletteModel model;
  private final ObservableList<PaletteLine> lines = FXCollections.observableArrayList();
  private final ListView<PaletteLine> list = new ListView<>(lines);

  public PaletteView(PaletteModel model, Icons icons, Messages messages) {
    this.model = model;
    setId("steps");
    getStyleClass().addAll("panel", "steps");
    TextField search = TextFields.createClearableTextField();
    search.setId("steps-search");
    search.setPromptText(messages.get("palette.search"));
    search.setAccessibleText(messages.get("palette.search"));
    search.textProperty().subscribe(model::search);
    search.setOnAction(_ -> first().ifPresent(model::add));
    var box = new VBox(search);
    box.getStyleClass().add("search");
    list.setId("steps-list");
    list.setAccessibleText(messages.get("panel.steps"));
    list.setCellFactory(_ -> new PaletteCell(model, icons, messages));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(box, list);
    model.lines().subscribe(shown -> lines.setAll(shown));
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      chosen().ifPresent(model::add);
      event.consume();
    } else if (event.getCode() == KeyCode.F) {
      chosen().ifPresent(model::toggleFavourite);
      event.consume();
    }
  }

  private Optional<StepEntry> chosen() {
    return entry(
        list.getSelectionModel().getSelectedItem() == null
            ? Optional.empty()
            : Optional.of(list.getSelectionModel().getSelectedItem()));
  }

  private Optional<StepEntry> first() {
    return lines.stream()
        .map(line -> entry(Optional.of(line)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<StepEntry> entry(Optional<PaletteLine> line) {
    return line.filter(PaletteLine.Item.class::isInstance)
        .map(item -> ((PaletteLine.Item) item).entry());
  }
}
