package io.qarion.app.designer.formula;

import io.qarion.app.designer.edit.CodePlace;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a text can name: columns, and for a statement the datasets that have them. */
final class NameList extends VBox {

  private final ListView<Line> list = new ListView<>();

  /**
   * A line.
   *
   * @param written what is put into the text
   * @param type empty for a dataset
   */
  private record Line(String name, String written, Optional<String> type) {}

  /**
   * @param taken gets what is to be written
   */
  NameList(Consumer<String> taken, Messages messages) {
    getStyleClass().add("formula-side");
    var title = new Label(messages.get("formula.columns"));
    title.getStyleClass().add("section-title");
    list.setId("formula-columns");
    list.setAccessibleText(messages.get("formula.columns"));
    list.setCellFactory(_ -> new NameCell());
    list.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        take(taken);
      }
    });
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        take(taken);
        event.consume();
      }
    });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(title, list);
  }

  void show(CodePlace place) {
    var lines = new ArrayList<Line>();
    switch (place.language()) {
      case EXPRESSION -> lines.addAll(columns(place.columns()));
      case SQL ->
          place.datasets().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .forEach(dataset -> {
                String name = dataset.getKey();
                lines.add(new Line(name, "{{ " + name + " }}", Optional.empty()));
                lines.addAll(columns(dataset.getValue()));
              });
    }
    list.getItems().setAll(lines);
  }

  private static List<Line> columns(Schema schema) {
    return schema.columns().stream().map(NameList::line).toList();
  }

  private static Line line(Column column) {
    return new Line(column.name(), Names.quoted(column.name()), Optional.of(column.type().text()));
  }

  private void take(Consumer<String> taken) {
    Line chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      taken.accept(chosen.written());
    }
  }

  /** A name with its type. */
  private static final class NameCell extends ListCell<Line> {

    private final Label name = new Label();
    private final Label type = new Label();
    private final HBox both = new HBox(name, type);

    NameCell() {
      name.setMaxWidth(Double.MAX_VALUE);
      name.setMinWidth(0);
      HBox.setHgrow(name, Priority.ALWAYS);
      type.setMinWidth(USE_PREF_SIZE);
      type.getStyleClass().addAll("muted", "mono");
      both.getStyleClass().add("line");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
      super.updateItem(line, empty);
      if (empty || line == null) {
        setGraphic(null);
        return;
      }
      name.setText(line.name());
      name.getStyleClass().setAll("label", line.type().isEmpty() ? "section-title" : "name");
      type.setText(line.type().orElse(""));
      setGraphic(both);
    }
  }
}
