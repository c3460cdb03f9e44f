package io.qarion.app.designer.canvas;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.NodeState;
import io.qarion.app.designer.theme.Icons;
import java.util.Locale;
import java.util.Optional;
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
import javafx.scene.shape.Circle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** A step on the canvas: sign, name, what it does, and how its last run went. */
final class NodeCard extends StackPane {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
  private static final PseudoClass ON_WAY = PseudoClass.getPseudoClass("on-way");
  private static final PseudoClass ASIDE = PseudoClass.getPseudoClass("aside");
  private static final double ICON = 20;
  private static final double PORT = 5;

  /** What its style leaves beside the sign. */
  private static final double WORDS = 146;

  /** As its style says. */
  private static final Font TITLE = Font.font("Inter Semi Bold", 13);

  private final CanvasNode node;
  private final Messages messages;
  private final VBox title = new VBox();
  private final Label summary = new Label();
  private final Label result = new Label();
  private final FontIcon stateIcon = new FontIcon();
  private final Region stripe = new Region();
  private final Region progress = new Region();
  private String stateClass = "";

  NodeCard(CanvasNode node, Icons icons, Messages messages) {
    this.node = node;
    this.messages = messages;
    setId(node.group().map(group -> "group-card-" + group.id()).orElse("node-" + node.id()));
    getStyleClass().add("node-card");
    if (node.isGroup()) {
      getStyleClass().add("group-card");
    }
    setAccessibleRole(AccessibleRole.BUTTON);
    setMinSize(CanvasNode.WIDTH, CanvasNode.HEIGHT);
    setPrefSize(CanvasNode.WIDTH, CanvasNode.HEIGHT);
    setMaxSize(CanvasNode.WIDTH, CanvasNode.HEIGHT);
    stripe.getStyleClass().add("stripe");
    progress.getStyleClass().add("progress");
    summary.getStyleClass().add("summary");
    result.getStyleClass().add("result");
    stateIcon.getStyleClass().add("state-icon");
    for (String line : TitleLines.of(node.title(), NodeCard::width, WORDS)) {
      var label = new Label(line);
      label.getStyleClass().add("title");
      title.getChildren().add(label);
    }
    summary.setText(node.summary());
    getChildren().addAll(content(icons.kind(node.kind(), ICON)), stripe, progress);
    getChildren().addAll(port(0), port(CanvasNode.WIDTH));
    setAlignment(stripe, Pos.CENTER_LEFT);
    setAlignment(progress, Pos.BOTTOM_LEFT);
  }

  /** Where edges begin and end; seen only where they can be drawn. */
  private static Circle port(double x) {
    var port = new Circle(x, CanvasNode.HEIGHT / 2, PORT);
    port.getStyleClass().add("port");
    port.setManaged(false);
    port.setMouseTransparent(true);
    return port;
  }

  private static double width(String words) {
    var text = new Text(words);
    text.setFont(TITLE);
    return text.getLayoutBounds().getWidth();
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

  /** Shows whether a wire that is being drawn may end here; both false while none is. */
  void light(boolean target, boolean refused) {
    pseudoClassStateChanged(TARGET, target);
    pseudoClassStateChanged(REFUSED, refused);
  }

  /**
   * Shows the columns that are followed through the step in place of what it does.
   *
   * @param way empty while no column is followed
   */
  void trace(Optional<CanvasTrace> way) {
    Optional<String> columns = way.flatMap(trace -> trace.columns(node));
    pseudoClassStateChanged(ON_WAY, columns.isPresent());
    pseudoClassStateChanged(ASIDE, way.isPresent() && columns.isEmpty());
    summary.setText(columns.orElse(node.summary()));
    setAccessibleText(node.title() + ", " + summary.getText() + ", " + result.getText());
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
    setAccessibleText(node.title() + ", " + summary.getText() + ", " + result.getText());
  }
}
