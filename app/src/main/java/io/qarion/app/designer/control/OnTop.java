package io.qarion.app.designer.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Tells panels whether they are the one to be seen of several behind tabs. */
public final class OnTop {

  private OnTop() {}

  /** Whether a panel can be seen; keep the result as long as it is listened to. */
  public static ObservableValue<Boolean> of(Node panel) {
    return panel.parentProperty().flatMap(Node::visibleProperty).orElse(false);
  }
}
