package io.qarion.app.designer.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** A line as it stands in the file, with its number; what parts its fields is seen. */
final class RawLineCell extends ListCell<RawLine> {

  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
  private static final int LONGEST = 600;

  private final Supplier<Signs> signs;
  private final Label number = new Label();
  private final TextFlow words = new TextFlow();
  private final HBox line = new HBox(number, words);

  /** What parts fields, and what encloses them; empty where nothing does. */
  record Signs(String delimiter, String quote) {}

  /**
   * @param signs of the file as it is read now
   */
  RawLineCell(Supplier<Signs> signs) {
    this.signs = signs;
    getStyleClass().add("raw-line");
    number.getStyleClass().add("line-number");
    line.getStyleClass().add("line");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
  }

  @Override
  protected void updateItem(@Nullable RawLine item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      pseudoClassStateChanged(BAD, false);
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    pseudoClassStateChanged(BAD, item.bad());
    number.setText(Long.toString(item.number()));
    String text =
        item.text().length() > LONGEST ? item.text().substring(0, LONGEST) + "…" : item.text();
    words.getChildren().setAll(pieces(text, signs.get()));
    setAccessibleText(item.number() + ": " + text);
    setGraphic(line);
  }

  private static List<Text> pieces(String text, Signs signs) {
    var pieces = new ArrayList<Text>();
    var plain = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      boolean delimiter = !signs.delimiter().isEmpty() && text.startsWith(signs.delimiter(), at);
      boolean quote = !signs.quote().isEmpty() && text.startsWith(signs.quote(), at);
      if (delimiter || quote) {
        add(pieces, plain.toString(), "plain");
        plain.setLength(0);
        String sign = delimiter ? signs.delimiter() : signs.quote();
        add(pieces, sign.replace("\t", "⇥ "), delimiter ? "delimiter" : "quote");
        at += sign.length();
      } else {
        plain.append(text.charAt(at) == '\t' ? '⇥' : text.charAt(at));
        at++;
      }
    }
    add(pieces, plain.toString(), "plain");
    return pieces;
  }

  private static void add(List<Text> pieces, String text, String style) {
    if (!text.isEmpty()) {
      var piece = new Text(text);
      piece.getStyleClass().add(style);
      pieces.add(piece);
    }
  }
}
