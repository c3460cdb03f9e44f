package io.qarion.app.designer.canvas;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.edit.FlowNote.Colour;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small buttons above the chosen note: its colours, and one that takes it away. */
final class NoteTools extends HBox {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final double ABOVE = 8;

  private final Map<Colour, Button> colours = new EnumMap<>(Colour.class);
  private final Button remove = new Button("", new FontIcon("fth-trash-2"));

  NoteTools(Messages messages) {
    setId("note-tools");
    getStyleClass().add("note-tools");
    setVisible(false);
    for (Colour colour : Colour.values()) {
      var dot = new Region();
      dot.getStyleClass().addAll("note-dot", colour.text());
      var button = new Button("", dot);
      entitle(button, "note-" + colour.text(), messages.get("note.colour." + colour.text()));
      colours.put(colour, button);
      getChildren().add(button);
    }
    entitle(remove, "note-remove", messages.get("command.note-delete"));
    getChildren().add(remove);
    // What is pressed here is none of the canvas's gestures.
    addEventHandler(MouseEvent.ANY, MouseEvent::consume);
  }

  void on(Consumer<Colour> chosen, Runnable removed) {
    colours.forEach((colour, button) -> button.setOnAction(_ -> chosen.accept(colour)));
    remove.setOnAction(_ -> removed.run());
  }

  /**
   * Stands above a note.
   *
   * @param pixels that the note covers
   */
  void show(Bounds pixels, Colour now) {
    colours.forEach((colour, button) -> button.pseudoClassStateChanged(SELECTED, colour == now));
    autosize();
    relocate(pixels.getMinX(), Math.max(0, pixels.getMinY() - prefHeight(-1) - ABOVE));
  }

  private static void entitle(Button button, String id, String words) {
    button.setId(id);
    button.getStyleClass().addAll("flat", "button-icon", "small");
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    button.setFocusTraversable(false);
  }
}
