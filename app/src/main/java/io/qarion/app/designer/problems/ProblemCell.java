package io.qarion.app.designer.problems;

import atlantafx.base.theme.Styles;
import io.qarion.app.designer.control.SeveritySign;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QuickFix;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One finding: what, where, what to do, and a button where the program can do it. */
final class ProblemCell extends ListCell<Problem> {

  private final ProblemsModel model;
  private final SeveritySign sign = new SeveritySign();
  private final Label message = new Label();
  private final Label place = new Label();
  private final Label fix = new Label();
  private final VBox words = new VBox(message, fix, place);
  private final HBox content = new HBox(sign, words);

  ProblemCell(ProblemsModel model) {
    this.model = model;
    message.getStyleClass().add("message");
    message.setWrapText(true);
    place.getStyleClass().addAll("place", "mono");
    fix.getStyleClass().add("fix");
    fix.setWrapText(true);
    words.getStyleClass().add("words");
    HBox.setHgrow(words, Priority.ALWAYS);
    content.getStyleClass().add("problem");
    // As wide as the list, so that long messages wrap and leave the button its place.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Problem problem, boolean empty) {
    super.updateItem(problem, empty);
    if (empty || problem == null) {
      setGraphic(null);
      return;
    }
    sign.show(problem.severity());
    message.setText(problem.message());
    fix.setText(problem.fix());
    fix.setManaged(!problem.fix().isEmpty());
    place.setText(problem.place().toString());
    content.getChildren().setAll(sign, words);
    button(problem.quickFixes()).ifPresent(content.getChildren()::add);
    setGraphic(content);
  }

  /** The likeliest fix; the others in a menu beside it. */
  private Optional<ButtonBase> button(List<QuickFix> fixes) {
    if (fixes.isEmpty()) {
      return Optional.empty();
    }
    QuickFix likeliest = fixes.getFirst();
    ButtonBase button = fixes.size() == 1 ? new Button() : menu(fixes.subList(1, fixes.size()));
    button.setId("problem-fix-" + getIndex());
    button.setText(model.title(likeliest));
    button.getStyleClass().add(Styles.SMALL);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> mend(likeliest));
    button.disableProperty().bind(model.current().not());
    return Optional.of(button);
  }

  /** The list gets the keyboard, so that Enter mends the next one. */
  private void mend(QuickFix fix) {
    getListView().getSelectionModel().select(getIndex());
    getListView().requestFocus();
    model.apply(fix);
  }

  private SplitMenuButton menu(List<QuickFix> others) {
    var button = new SplitMenuButton();
    for (QuickFix other : others) {
      var item = new MenuItem(model.title(other));
      item.setOnAction(_ -> mend(other));
      button.getItems().add(item);
    }
    return button;
  }
}
