package io.qarion.app.designer.notice;

import io.qarion.app.designer.i18n.Messages;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Asks above the flow whether the project is trusted; one line while the user waits with it. */
public final class TrustBar extends VBox {

  private static final PseudoClass URGENT = PseudoClass.getPseudoClass("urgent");
  private static final double LINE = 24;
  private static final int LINES = 6;

  /** What is around the lines, with room to scroll long statements sideways. */
  private static final double AROUND = 40;

  private final TrustModel model;
  private final Messages messages;
  private final Label text = new Label();
  private final ListView<String> touches = new ListView<>();
  private final Button trust;

  public TrustBar(TrustModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    this.trust = button("trust", messages.get("action.run.trust"), model::trust);
    setId("trust");
    setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(question(), details());
    visibleProperty().bind(model.question().map(Optional::isPresent));
    managedProperty().bind(visibleProperty());
    model.question().subscribe(asked -> asked.ifPresent(this::show));
    model.folded().subscribe(_ -> model.question().get().ifPresent(this::show));
    model.reminders().subscribe((_, _) -> trust.requestFocus());
  }

  private Node question() {
    text.setId("trust-text");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(text, Priority.ALWAYS);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button more = button("details", "", model::switchDetails);
    more.textProperty()
        .bind(
            model
                .detailed()
                .map(shown -> messages.get(shown ? "trust.hide-details" : "trust.show-details")));
    Button fold = button("fold", messages.get("trust.not-now"), model::fold);
    Button unfold = button("unfold", messages.get("trust.unfold"), model::unfold);
    BooleanBinding open = model.folded().not();
    trust.getStyleClass().add("accent");
    show(trust, open);
    show(more, open);
    show(fold, open);
    show(unfold, model.folded().and(visibleProperty()));
    var bar = new HBox(new FontIcon("fth-shield"), text, space, trust, more, fold, unfold);
    bar.getStyleClass().add("notice-bar");
    bar.pseudoClassStateChanged(URGENT, true);
    return bar;
  }

  private Node details() {
    touches.setId("trust-touches");
    touches.getStyleClass().addAll("touches", "mono");
    touches.setAccessibleText(messages.get("trust.details"));
    touches.setFixedCellSize(LINE);
    touches
        .prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> LINE * Math.clamp(touches.getItems().size(), 1, LINES) + AROUND,
                touches.getItems()));
    touches.setMinHeight(USE_PREF_SIZE);
    touches.setMaxHeight(USE_PREF_SIZE);
    show(touches, model.detailed().and(model.folded().not()));
    return touches;
  }

  private void show(TrustModel.Question asked) {
    text.setText(model.folded().get() ? messages.get("trust.folded") : asked.text());
    setAccessibleText(text.getText());
    if (!touches.getItems().equals(asked.touches())) {
      touches.getItems().setAll(asked.touches());
    }
  }

  private static void show(Node node, BooleanBinding when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(when);
  }

  private static Button button(String id, String title, Runnable action) {
    var button = new Button(title);
    button.setId("trust-" + id);
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
