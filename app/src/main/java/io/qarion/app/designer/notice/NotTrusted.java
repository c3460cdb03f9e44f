package io.qarion.app.designer.notice;

import io.qarion.app.designer.control.EmptyState;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.ProjectTrust;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

/** Stands where rows would be while the project is not trusted, and points to the question. */
public final class NotTrusted extends StackPane {

  public NotTrusted(ProjectTrust trust, Messages messages) {
    getStyleClass().addAll("panel", "not-trusted");
    var show = new Button(messages.get("trust.none.show"));
    show.setOnAction(_ -> trust.remind());
    var words = new EmptyState(messages.get("trust.none.title"), messages.get("trust.none.text"));
    words.getChildren().add(show);
    getChildren().add(words);
  }
}
