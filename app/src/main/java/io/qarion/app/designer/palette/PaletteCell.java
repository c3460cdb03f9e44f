package io.qarion.app.designer.palette;

import io.qarion.app.designer.edit.StepEntry;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.theme.Icons;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of the palette: it can be dragged, and a double click puts it in. */
final class PaletteCell extends ListCell<PaletteLine> {

  private static final PseudoClass FAVOURITE = PseudoClass.getPseudoClass("favourite");
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
  private static final double ICON = 16;

  private final PaletteModel model;
  private final Icons icons;
  private final StackPane sign = new StackPane();
  private final Label title = new Label();
  private final Button star = new Button("", new FontIcon("fth-star"));
  private final Tooltip tooltip = new Tooltip();
  private final HBox line;
  private Optional<StepEntry> entry = Optional.empty();

  PaletteCell(PaletteModel model, Icons icons, Messages messages) {
    this.model = model;
    this.icons = icons;

    setPrefWidth(0);
    title.setMinWidth(0);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    star.getStyleClass().addAll("button-icon", "flat", "star");
    star.setFocusTraversable(false);
    star.setAccessibleText(messages.get("palette.favourite"));
    star.setTooltip(new Tooltip(messages.get("palette.favourite")));
    star.setOnAction(_ -> entry.ifPresent(model::toggleFavourite));
    line = new HBox(sign, title, space, star);
    line.getStyleClass().add("line");
    setOnMouseClicked(this::clicked);
    setOnDragDetected(this::dragged);
    setOnMouseReleased(_ -> entry.ifPresent(model::dropped));
  }

  @Override
  protected void updateItem(@Nullable PaletteLine shown, boolean empty) {
    super.updateItem(shown, empty);
    entry = Optional.empty();
    pseudoClassStateChanged(HEADING, !empty && shown instanceof PaletteLine.Heading);
    setGraphic(null);
    setText("");
    setTooltip(null);
    setId("");
    setCursor(Cursor.DEFAULT);
    if (empty || shown == null) {
      return;
    }
    switch (shown) {
      case PaletteLine.Heading(String words) -> setText(words);
      case PaletteLine.Item(StepEntry step, boolean favourite) -> show(step, favourite);
    }
  }

  private void show(StepEntry step, boolean favourite) {
    entry = Optional.of(step);
    sign.getChildren().setAll(icons.kind(step.icon(), ICON));
    title.setText(step.title());
    tooltip.setText(step.help());
    star.pseudoClassStateChanged(FAVOURITE, favourite);
    setId("step-entry-" + step.id());
    setTooltip(tooltip);
    setAccessibleText(step.title() + ", " + step.help());
    setCursor(Cursor.OPEN_HAND);
    setGraphic(line);
  }

  private void clicked(MouseEvent event) {
    if (event.getClickCount() == 2) {
      entry.ifPresent(model::add);
    }
  }

  private void dragged(MouseEvent event) {
    entry.ifPresent(step -> {
      startFullDrag();
      model.carry(step);
    });
    event.consume();
  }
}
