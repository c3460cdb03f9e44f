package io.qarion.app.designer.importing;

import static java.util.stream.Collectors.toSet;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.i18n.Quantities;
import io.qarion.core.file.RawText;
import io.qarion.core.file.SniffReport;
import io.qarion.core.run.FileStudies;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The lines of the file as they are. */
final class RawTextPart extends VBox {

  private static final int LINES_ABOVE = 3;

  private final ImportModel model;
  private final Messages messages;
  private final Quantities quantities;
  private final ListView<RawLine> lines = new ListView<>();
  private final Label said = new Label();
  private final Label instead = new Label();
  private final Hyperlink earlier;
  private final Hyperlink later;

  RawTextPart(ImportModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    this.quantities = new Quantities(messages);
    this.earlier = new Hyperlink(messages.get("look.earlier"));
    this.later = new Hyperlink(messages.get("look.later"));
    getStyleClass().add("look-part");
    var title = new Label(messages.get("look.text"));
    title.getStyleClass().add("section-title");
    said.setId("look-text-said");
    said.getStyleClass().add("help");
    instead.setWrapText(true);
    instead.getStyleClass().add("muted");
    lines.setId("look-text");
    lines.setAccessibleText(messages.get("look.text"));
    lines.getStyleClass().add("raw-text");
    lines.setPlaceholder(instead);
    lines.setCellFactory(_ -> new RawLineCell(this::signs));
    VBox.setVgrow(lines, Priority.ALWAYS);
    var foot = new HBox(said, earlier, later);
    foot.getStyleClass().add("part-foot");
    earlier.setId("look-earlier");
    earlier.managedProperty().bind(earlier.visibleProperty());
    earlier.setOnAction(_ -> raw().ifPresent(raw -> model.page(raw.first() - FileStudies.ROWS)));
    later.setId("look-later");
    later.managedProperty().bind(later.visibleProperty());
    later.setOnAction(_ -> raw().ifPresent(raw -> model.page(raw.first() + raw.lines().size())));
    getChildren().addAll(title, lines, foot);
    model.text().subscribe(_ -> show());
    model.bad().subscribe(_ -> show());
    model.look().subscribe(_ -> lines.refresh());
    model.line().subscribe(_ -> point());
  }

  private Optional<RawText> raw() {
    return model.text().get().known().flatMap(found -> found);
  }

  private void show() {
    earlier.setVisible(raw().filter(raw -> raw.first() > 1).isPresent());
    later.setVisible(raw().filter(RawText::more).isPresent());
    switch (model.text().get()) {
      case Part.Waiting<Optional<RawText>>(Optional<Optional<RawText>> before) -> {
        instead.setText(messages.get("look.waiting"));
        if (before.isEmpty()) {
          lines.getItems().clear();
          said.setText("");
        }
      }
      case Part.Found<Optional<RawText>>(Optional<RawText> text) -> {
        instead.setText(messages.get("look.no-text"));
        show(text);
      }
      case Part.Failed<Optional<RawText>> _ -> {
        instead.setText(messages.get("look.text-failed"));
        lines.getItems().clear();
        said.setText("");
      }
    }
  }

  private void show(Optional<RawText> text) {
    var shown = new ArrayList<RawLine>();
    text.ifPresent(raw -> {
      Set<Long> bad = badLines();
      for (int i = 0; i < raw.lines().size(); i++) {
        long number = raw.first() + i;
        shown.add(new RawLine(number, raw.lines().get(i), bad.contains(number)));
      }
    });
    if (!lines.getItems().equals(shown)) {
      lines.getItems().setAll(shown);
    }
    said.setText(
        text.filter(raw -> !raw.lines().isEmpty())
            .map(raw ->
                messages.get(
                    "look.lines",
                    quantities.count(raw.first()),
                    quantities.count(raw.first() + raw.lines().size() - 1)))
            .orElse(""));
    point();
  }

  private Set<Long> badLines() {
    return model.bad().get().known().stream()
        .flatMap(bad -> bad.shown().stream())
        .map(found -> found.line())
        .collect(toSet());
  }

  private void point() {
    long wanted = model.line().get();
    for (int i = 0; i < lines.getItems().size(); i++) {
      if (lines.getItems().get(i).number() == wanted) {
        lines.getSelectionModel().select(i);
        lines.scrollTo(Math.max(0, i - LINES_ABOVE));
        return;
      }
    }
    lines.getSelectionModel().clearSelection();
  }

  private RawLineCell.Signs signs() {
    Map<String, Object> options =
        model
            .look()
            .get()
            .known()
            .map(look -> look.sniffed())
            .map(SniffReport::options)
            .orElse(Map.of());
    return new RawLineCell.Signs(sign(options, "delimiter"), sign(options, "quote"));
  }

  private static String sign(Map<String, Object> options, String key) {
    return options.get(key) instanceof String text ? text : "";
  }
}
