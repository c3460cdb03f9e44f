package io.qarion.app.designer.problems;

import io.qarion.app.designer.control.EmptyState;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.problem.Problem;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The findings of the flow that is shown, and why its last run failed; choosing one leads there,
 * Enter mends it where the program can.
 */
public final class ProblemsView extends VBox {

  private final ProblemsModel model;

  public ProblemsView(ProblemsModel model, Messages messages) {
    this.model = model;
    getStyleClass().addAll("panel", "problems");
    var list = new ListView<>(model.problems());
    list.setId("problem-list");
    list.setPlaceholder(
        new EmptyState(messages.get("problems.empty.title"), messages.get("problems.empty.text")));
    list.setCellFactory(_ -> new ProblemCell(model));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(problem -> chosen(Optional.ofNullable(problem)));
    model
        .selected()
        .subscribe(selected ->
            selected.ifPresentOrElse(
                list.getSelectionModel()::select, list.getSelectionModel()::clearSelection));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    setVgrow(list, Priority.ALWAYS);
    getChildren().add(list);
  }

  private void chosen(Optional<Problem> problem) {
    if (!model.isUpdating() && !model.selected().get().equals(problem)) {
      model.selected().set(problem);
      problem.ifPresent(model::reveal);
    }
  }

  private void pressed(KeyEvent event) {
    boolean plain = !event.isAltDown() && !event.isShortcutDown() && !event.isShiftDown();
    if (event.getCode() == KeyCode.ENTER && plain) {
      model.fixSelected();
      event.consume();
    }
  }
}
