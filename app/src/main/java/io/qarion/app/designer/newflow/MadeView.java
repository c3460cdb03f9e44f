package io.qarion.app.designer.newflow;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.theme.Icons;
import io.qarion.core.dag.DagNode;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The steps and datasets that would come of the draft, and what is wrong with it. */
final class MadeView extends VBox {

  private static final double ICON = 16;

  private final Icons icons;
  private final Messages messages;
  private final FlowPane steps = new FlowPane();
  private final Label datasets = new Label();
  private final Label problems = new Label();

  MadeView(NewFlowModel model, Icons icons, Messages messages) {
    this.icons = icons;
    this.messages = messages;
    getStyleClass().add("made");
    var title = new Label(messages.get("new-flow.made"));
    title.getStyleClass().add("section-title");
    steps.setId("new-flow-steps");
    steps.getStyleClass().add("made-steps");
    datasets.setId("new-flow-datasets");
    datasets.setWrapText(true);
    datasets.getStyleClass().add("help");
    problems.setId("new-flow-problems");
    problems.setWrapText(true);
    problems.getStyleClass().add("draft-problem");
    problems.managedProperty().bind(problems.visibleProperty());
    getChildren().addAll(title, steps, datasets, problems);
    model.made().subscribe(this::show);
  }

  private void show(Optional<CompiledFlow> made) {
    List<DagNode> nodes = made.map(flow -> flow.dag().steps()).orElse(List.of());
    steps.getChildren().clear();
    for (DagNode node : nodes) {
      if (!steps.getChildren().isEmpty()) {
        steps.getChildren().add(new FontIcon("fth-arrow-right"));
      }
      steps.getChildren().add(chip(node));
    }
    datasets.setText(
        made.map(flow ->
                flow.datasets().stream()
                    .map(dataset ->
                        messages.get(
                            "new-flow.dataset-made",
                            dataset.name().value(),
                            dataset.schema().size()))
                    .collect(Collectors.joining("\n")))
            .filter(text -> !text.isEmpty())
            .orElseGet(() -> messages.get("new-flow.made.nothing")));
    String wrong =
        made.map(CompiledFlow::problems).orElse(List.of()).stream()
            .filter(Problem::isError)
            .map(Problem::message)
            .distinct()
            .collect(Collectors.joining("\n"));
    problems.setText(wrong);
    problems.setVisible(!wrong.isEmpty());
  }

  private Node chip(DagNode node) {
    var chip = new HBox(icons.kind(node.type().text(), ICON), new Label(node.title()));
    chip.getStyleClass().add("made-step");
    return chip;
  }
}
