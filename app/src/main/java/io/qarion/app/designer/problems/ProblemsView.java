package io.qarion.app.designer.problems;

import io.qarion.app.designer.control.EmptyState;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.core.dag.DagNode;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.TaskId;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The findings of the flow that is shown, and why its last run failed; choosing one leads there.
 */
public final class ProblemsView extends VBox {

  private final ObservableList<Problem> problems = FXCollections.observableArrayList();
  private final ListView<Problem> list = new ListView<>(problems);
  private Optional<FlowDocument> shown = Optional.empty();
  private Subscription subscription = Subscription.EMPTY;

  public ProblemsView(DesignerSession session, Messages messages) {
    getStyleClass().addAll("panel", "problems");
    list.setId("problem-list");
    list.setPlaceholder(
        new EmptyState(messages.get("problems.empty.title"), messages.get("problems.empty.text")));
    list.setCellFactory(_ -> new ProblemCell());
    setVgrow(list, Priority.ALWAYS);
    getChildren().add(list);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, problem) -> {
          if (problem != null) {
            reveal(problem);
          }
        });
    session.active().subscribe(this::show);
  }

  private void show(Optional<FlowDocument> document) {
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
    shown = document;
    document.ifPresent(flow -> {
      ListChangeListener<Problem> listener = _ -> update(flow);
      flow.problems().addListener(listener);
      subscription =
          Subscription.combine(
              () -> flow.problems().removeListener(listener),
              flow.runState().last().subscribe(_ -> update(flow)));
    });
    document.ifPresentOrElse(this::update, problems::clear);
  }

  /** Errors first; what the last run found stands among them. */
  private void update(FlowDocument flow) {
    var all = new LinkedHashSet<>(flow.problems());
    flow.runState().last().get().ifPresent(run -> all.addAll(run.problems()));
    problems.setAll(
        all.stream().sorted(Comparator.comparing(Problem::severity).reversed()).toList());
  }

  private void reveal(Problem problem) {
    shown.ifPresent(
        flow -> step(flow, problem).ifPresent(step -> flow.selection().set(Optional.of(step))));
  }

  /** The step that a problem's element belongs to. */
  private static Optional<TaskId> step(FlowDocument flow, Problem problem) {
    String element = problem.place().element();
    return flow.compiled().get().stream()
        .flatMap(compiled -> compiled.dag().steps().stream())
        .filter(node -> !node.element().isEmpty() && element.startsWith(node.element()))
        .max(Comparator.comparingInt(node -> node.element().length()))
        .map(DagNode::id);
  }

  /** One finding: what, where, and what to do. */
  private static final class ProblemCell extends ListCell<Problem> {

    private final FontIcon icon = new FontIcon();
    private final Label message = new Label();
    private final Label place = new Label();
    private final Label fix = new Label();
    private final HBox content;

    ProblemCell() {
      message.getStyleClass().add("message");
      message.setWrapText(true);
      place.getStyleClass().addAll("place", "mono");
      fix.getStyleClass().add("fix");
      fix.setWrapText(true);
      var words = new VBox(message, fix, place);
      words.getStyleClass().add("words");
      content = new HBox(icon, words);
      content.getStyleClass().add("problem");
    }

    @Override
    protected void updateItem(@Nullable Problem problem, boolean empty) {
      super.updateItem(problem, empty);
      if (empty || problem == null) {
        setGraphic(null);
        return;
      }
      icon.setIconLiteral(
          switch (problem.severity()) {
            case ERROR -> "fth-x-circle";
            case WARNING -> "fth-alert-triangle";
            case HINT -> "fth-info";
          });
      icon.getStyleClass()
          .setAll("ikonli-font-icon", problem.severity().name().toLowerCase(Locale.ROOT));
      message.setText(problem.message());
      fix.setText(problem.fix());
      fix.setManaged(!problem.fix().isEmpty());
      place.setText(problem.place().toString());
      setGraphic(content);
    }
  }
}
