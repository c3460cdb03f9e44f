package io.qarion.app.designer.canvas;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.NodeState;
import io.qarion.app.designer.theme.Icons;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A step on the canvas: sign, name, what it does, and how its last run went. */
final class NodeCard extends StackPane {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final double ICON = 20;

  private final CanvasNode node;
  private final Messages messages;
  private final Label title = new Label();
  private final Label summary = new Label();
  private final Label result = new Label();
  private final FontIcon stateIcon = new FontIcon();
  private final Region stripe = new Region();
  private final Region progress = new Region();
  private String stateClass = "";

  NodeCard(CanvasNode node, Icons icons, Messages messages) {
    this.node = node;
    this.messages = messages;
    setId("node-" + node.id());
    getStyleClass().add("node-card");
    setAccessibleRole(AccessibleRole.BUTTON);
    setMinSize(CanvasNode.WIDTH, CanvasNode.HEIGHT);
    setPrefSize(CanvasNode.WIDTH, CanvasNode.HEIGHT);
    setMaxSize(CanvasNode.WIDTH, CanvasNode.HEIGHT);
    stripe.getStyleClass().add("stripe");
    progress.getStyleClass().add("progress");
    title.getStyleClass().add("title");
    summary.getStyleClass().add("summary");
    result.getStyleClass().add("result");
    stateIcon.getStyleClass().add("state-icon");
    title.setText(node.title());
    summary.setText(node.summary());
    getChildren().addAll(content(icons.kind(node.kind(), ICON)), stripe, progress);
    setAlignment(stripe, Pos.CENTER_LEFT);
    setAlignment(progress, Pos.BOTTOM_LEFT);
  }

  private HBox content(Node icon) {
    var sign = new StackPane(icon);
    sign.getStyleClass().add("sign");
    var foot = new HBox(stateIcon, result);
    foot.getStyleClass().add("foot");
    var words = new VBox(title, summary, foot);
    words.getStyleClass().add("words");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    var content = new HBox(sign, words);
    content.getStyleClass().add("content");
    return content;
  }

  /** The step as it was when the card was made. */
  CanvasNode node() {
    return node;
  }

  void setSelected(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
  }

  void show(NodeState state) {
    getStyleClass().remove(stateClass);
    stateClass = state.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
    getStyleClass().add(stateClass);
    stateIcon.setIconLiteral(CanvasTexts.icon(state.status()));
    result.setText(CanvasTexts.result(state, messages));
    boolean running = state.status() == NodeState.Status.RUNNING;
    progress.setVisible(running);
    progress.setMaxWidth(
        CanvasNode.WIDTH * (state.progress() < 0 ? 1 : Math.clamp(state.progress(), 0, 1)));
    setAccessibleText(title.getText() + ", " + summary.getText() + ", " + result.getText());
  }
}
