package io.qarion.app.designer.dataset;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.SchemaDifference;
import io.qarion.core.edit.DatasetEdits;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Who uses the dataset, and how its data differ from what is declared. */
final class AroundPart extends ScrollPane {

  /** Wide files differ in so many columns that nobody reads all. */
  private static final int MOST = 40;

  private final DatasetModel model;
  private final Messages messages;
  private final VBox uses = new VBox();
  private final VBox data = new VBox();

  AroundPart(DatasetModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    setId("dataset-around");
    getStyleClass().addAll("edge-to-edge", "around");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    uses.setId("dataset-uses");
    data.setId("dataset-data");
    List.of(uses, data).forEach(part -> part.getStyleClass().add("part"));
    var content = new VBox(data, uses, new ChecksPart(model, messages, this::toEnd));
    content.getStyleClass().add("content");
    setContent(content);
    model.edited().subscribe(_ -> show());
    model.data().subscribe(_ -> show());
  }

  private void show() {
    if (model.edited().get().isEmpty()) {
      return;
    }
    EditedDataset edited = model.edited().get().get();
    uses.getChildren().setAll(title("dataset.uses"));
    List<DatasetUse> all = model.uses();
    if (all.isEmpty()) {
      uses.getChildren().add(note(messages.get("dataset.unused")));
    }
    all.forEach(use -> uses.getChildren().add(line(use, edited.isChanged())));
    data.getChildren().setAll(title("dataset.data"));
    if (model.data().get().isEmpty()) {
      data.getChildren().add(note(messages.get("dataset.no-data")));
    }
    model.data().get().forEach(found -> data.getChildren().addAll(lines(found, edited)));
  }

  private void toEnd() {
    layout();
    setVvalue(getVmax());
  }

  private Label title(String key) {
    var label = new Label(messages.get(key));
    label.getStyleClass().add("section-title");
    return label;
  }

  private Label note(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add("help");
    return label;
  }

  private Node line(DatasetUse use, boolean unsaved) {
    var link = new Hyperlink(use.flow().stored().get().flow().name() + " · " + use.title());
    link.setMnemonicParsing(false);
    link.setId("dataset-use-" + use.step().value());
    link.setDisable(unsaved);
    link.setOnAction(_ -> model.show(use));
    var what = new Label(messages.get(use.writes() ? "dataset.writes" : "dataset.reads"));
    what.getStyleClass().add("help");
    var sign = new FontIcon(use.writes() ? "fth-log-in" : "fth-log-out");
    var line = new HBox(sign, link, what);
    line.getStyleClass().add("use");
    return line;
  }

  private List<Node> lines(DataFound found, EditedDataset edited) {
    var lines = new ArrayList<Node>();
    var where = new Label(found.where().isEmpty() ? messages.get("dataset.table") : found.where());
    where.getStyleClass().add("where");
    lines.add(where);
    List<SchemaDifference> differences =
        SchemaDifference.between(model.declared(), found.columns());
    if (!found.failure().isEmpty()) {
      lines.add(note(found.failure()));
    } else if (differences.isEmpty()) {
      lines.add(note(messages.get("dataset.same")));
    } else {
      differences.stream().limit(MOST).forEach(each -> lines.add(line(each, edited)));
      if (differences.size() > MOST) {
        lines.add(note(messages.get("dataset.more", differences.size() - MOST)));
      }
    }
    return lines;
  }

  private Node line(SchemaDifference difference, EditedDataset edited) {
    var words = new Label(words(difference));
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    var fix = new Button(fix(difference));
    fix.setMnemonicParsing(false);
    fix.setMinWidth(Region.USE_PREF_SIZE);
    fix.getStyleClass().addAll("small", "dataset-fix");
    fix.setDisable(!edited.isDeclared() || edited.readOnly());
    fix.setOnAction(_ ->
        model.edit(
            messages.get("dataset.take", difference.column()),
            text -> DatasetEdits.asFound(text, difference)));
    var line = new HBox(words, fix);
    line.getStyleClass().add("difference");
    return line;
  }

  private String words(SchemaDifference difference) {
    return switch (difference) {
      case SchemaDifference.Missing(String column, DataType _) ->
          messages.get("dataset.missing", column);
      case SchemaDifference.Extra(String column, DataType found) ->
          messages.get("dataset.extra", column, found.text());
      case SchemaDifference.OtherType(String column, DataType declared, DataType found) ->
          messages.get("dataset.other", column, declared.text(), found.text());
    };
  }

  private String fix(SchemaDifference difference) {
    return switch (difference) {
      case SchemaDifference.Missing _ -> messages.get("dataset.missing.fix");
      case SchemaDifference.Extra _ -> messages.get("dataset.extra.fix");
      case SchemaDifference.OtherType(String _, DataType _, DataType found) ->
          messages.get("dataset.other.fix", found.text());
    };
  }
}
