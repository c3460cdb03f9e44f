package io.qarion.app.designer.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What a list says of one thing: its sign, its name, and some words below that. */
public final class SignedLine extends HBox {

  private final StackPane sign = new StackPane();
  private final Label title = new Label();
  private final Label help = new Label();

  /**
   * An empty line; it serves one thing after the other.
   *
   * @param titleStyles style classes of the name
   */
  public SignedLine(String... titleStyles) {
    sign.getStyleClass().add("sign");
    title.getStyleClass().addAll(titleStyles);
    help.getStyleClass().add("help");
    var words = new VBox(title, help);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    getStyleClass().add("line");
    getChildren().addAll(sign, words);
  }

  /** Lets the words below the name go on in further lines of this width. */
  public void wrap(double width) {
    help.setWrapText(true);
    help.setPrefWidth(width);
    help.setMinHeight(USE_PREF_SIZE);
  }

  public void show(Node newSign, String newTitle, String newHelp) {
    sign.getChildren().setAll(newSign);
    title.setText(newTitle);
    help.setText(newHelp);
  }

  /** All of it, for screen readers. */
  public String spoken() {
    return title.getText() + ", " + help.getText();
  }
}
