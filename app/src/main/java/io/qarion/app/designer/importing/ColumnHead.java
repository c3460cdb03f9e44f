package io.qarion.app.designer.importing;

import io.qarion.app.designer.data.TypeLook;
import io.qarion.core.dataset.DataType;
import io.qarion.core.run.ColumnLook;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The head of a column: its name, and how its type as found and as declared go together. */
final class ColumnHead extends VBox {

  private static final double LETTER = 6.5;
  private static final double AROUND = 48;
  private static final double AROUND_BUTTON = 40;
  private static final double LEAST = 120;
  private static final double WIDEST = 360;

  private final double wanted;

  /**
   * @param taken gets the column and the type that it shall have; empty where that can't be
   */
  ColumnHead(ColumnLook look, ColumnTexts texts, Optional<BiConsumer<String, DataType>> taken) {
    getStyleClass().add("column-head");
    var name = new Label(look.name());
    name.getStyleClass().add("name");
    var title = new HBox(new FontIcon(TypeLook.icon(look.type())), name);
    title.getStyleClass().add("title");
    var type = new Label(texts.type(look));
    type.getStyleClass().addAll("type", texts.style(look));
    double first = look.name().length() * LETTER + AROUND;
    Optional<Button> button =
        taken.flatMap(take -> texts.offered(look).map(offer -> button(look, texts, offer, take)));
    if (button.isPresent()) {
      title.getChildren().add(button.get());
      first += button.get().getText().length() * LETTER + AROUND_BUTTON;
    }
    wanted = Math.max(first, type.getText().length() * LETTER + AROUND);
    getChildren().addAll(title, type);
    setAccessibleText(texts.help(look));
    Tooltip.install(this, new Tooltip(texts.help(look)));
  }

  private static Button button(
      ColumnLook look, ColumnTexts texts, DataType offer, BiConsumer<String, DataType> take) {
    var button = new Button(texts.offer(look, offer));
    button.setId("look-take-" + look.name().replaceAll("[^A-Za-z0-9_]+", "-"));
    button.setMnemonicParsing(false);
    button.getStyleClass().addAll("flat", "take");
    button.setAccessibleText(texts.offerHelp(look, offer));
    button.setTooltip(new Tooltip(texts.offerHelp(look, offer)));
    button.setOnAction(_ -> take.accept(look.name(), offer));
    return button;
  }

  /** How wide the column should be. */
  double wanted() {
    return Math.clamp(wanted, LEAST, WIDEST);
  }
}
