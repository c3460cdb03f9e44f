package io.qarion.app.designer.inspector;

import io.qarion.app.designer.i18n.Messages;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small buttons that work on a visual step: look, move, switch off, take out. */
final class RuleTools extends HBox {

  private static final PseudoClass LOOKED = PseudoClass.getPseudoClass("looked");

  private final Work work;
  private final Messages messages;
  private final Button look = button("look", "fth-eye");
  private final Button up = button("up", "fth-arrow-up");
  private final Button down = button("down", "fth-arrow-down");
  private final Button off = button("off", "fth-slash");
  private final Button own = button("own", "fth-git-commit");
  private final Button remove = button("remove", "fth-x");
  private Optional<RulePlace> place = Optional.empty();
  private String title = "";

  /** What the buttons do. */
  interface Work {

    /** The step after which rows are looked at. */
    ObservableValue<Optional<Integer>> lookedAt();

    void look(RulePlace place);

    void move(RulePlace place, String title, int to);

    void toggle(RulePlace place, String title);

    void own(RulePlace place);

    void remove(RulePlace place, String title);
  }

  RuleTools(Work work, Messages messages) {
    this.work = work;
    this.messages = messages;
    getStyleClass().add("rule-tools");
    look.setOnAction(_ -> place.ifPresent(work::look));
    up.setOnAction(_ -> place.ifPresent(at -> work.move(at, title, at.index() - 1)));
    down.setOnAction(_ -> place.ifPresent(at -> work.move(at, title, at.index() + 1)));
    off.setOnAction(_ -> place.ifPresent(at -> work.toggle(at, title)));
    own.setOnAction(_ -> place.ifPresent(work::own));
    remove.setOnAction(_ -> place.ifPresent(at -> work.remove(at, title)));
    getChildren().addAll(look, up, down, own, off, remove);
    managedProperty().bind(visibleProperty());
  }

  void show(Optional<RulePlace> newPlace, String newTitle) {
    place = newPlace;
    title = newTitle;
    setVisible(newPlace.isPresent());
    newPlace.ifPresent(at -> {
      up.setDisable(at.index() == 0);
      down.setDisable(at.index() == at.count() - 1);
      own.setDisable(at.index() == 0);
      boolean last = at.index() == at.count() - 1;
      Optional<Integer> looked = work.lookedAt().getValue();
      look.pseudoClassStateChanged(LOOKED, looked.map(index -> index == at.index()).orElse(last));
      entitle(look, "look", at);
      entitle(up, "up", at);
      entitle(down, "down", at);
      entitle(off, "off", at);
      entitle(own, "own", at);
      entitle(remove, "remove", at);
    });
  }

  private void entitle(Button button, String key, RulePlace at) {
    String words = messages.get("inspector.rule." + key, title);
    button.setId("rule-" + at.index() + "-" + key);
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
  }

  private static Button button(String style, String icon) {
    var button = new Button("", new FontIcon(icon));
    button.getStyleClass().addAll("flat", "button-icon", "small", style);
    return button;
  }
}
