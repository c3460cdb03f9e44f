package io.qarion.app.designer.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Something that gives its place to something else at times. */
public final class Instead extends StackPane {

  /**
   * @param shown usually
   * @param other what is there instead
   * @param when held by this as long as it is there
   */
  public Instead(Node shown, Node other, ObservableValue<Boolean> when) {
    super(shown, other);
    other.visibleProperty().bind(when);
    shown.visibleProperty().bind(when.map(is -> !is));
  }
}
