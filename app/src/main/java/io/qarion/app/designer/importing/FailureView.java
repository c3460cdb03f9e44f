package io.qarion.app.designer.importing;

import io.qarion.app.designer.control.SeveritySign;
import io.qarion.core.problem.Problem;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Says in the place of rows why there are none, and what to do. */
final class FailureView extends VBox {

  private static final int MOST = 8;

  FailureView() {
    setId("look-failure");
    getStyleClass().add("failure");
  }

  void show(List<Problem> problems) {
    getChildren().setAll(problems.stream().limit(MOST).map(FailureView::line).toList());
  }

  private static Node line(Problem problem) {
    var sign = new SeveritySign();
    sign.show(problem.severity());
    var message = new Label(problem.message());
    message.setWrapText(true);
    var fix = new Label(problem.fix());
    fix.setWrapText(true);
    fix.getStyleClass().add("muted");
    var words = new VBox(message, fix);
    words.getStyleClass().add("words");
    var row = new HBox(sign, words);
    row.getStyleClass().add("row");
    return row;
  }
}
