package io.qarion.app.designer.lineage;

import io.qarion.app.designer.control.EmptyState;
import io.qarion.app.designer.control.OnTop;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.lineage.ColumnId;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The lineage of a project: datasets to choose from, the way of a column, and who needs it. */
public final class LineageView extends SplitPane {

  private static final double TREE = 0.24;
  private static final double DRAWING = 0.64;

  private final LineageModel model;
  private final Messages messages;
  private final DatasetTree tree;
  private final DrawingView drawing;
  private final EmptyState nothing;
  private final EmptyState tooMany;
  private final Label title = new Label();
  private final Button all = new Button();
  private final ListView<ImpactLine> impact = new ListView<>();
  private final Label impactTitle = new Label();

  /** Kept as long as this is: whether this can be seen. */
  private final ObservableValue<Boolean> onTop = OnTop.of(this);

  public LineageView(LineageModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    tree = new DatasetTree(model::follow, messages);
    drawing = new DrawingView(model::follow, tree::open, messages);
    nothing =
        new EmptyState(messages.get("lineage.empty.title"), messages.get("lineage.empty.text"));
    tooMany = new EmptyState(messages.get("lineage.many.title"), messages.get("lineage.many.text"));
    setId("lineage");
    getStyleClass().add("lineage");
    var right = new SplitPane(way(), losses());
    right.setOrientation(Orientation.VERTICAL);
    right.setDividerPositions(DRAWING);
    getItems().addAll(tree, right);
    setDividerPositions(TREE);
    SplitPane.setResizableWithParent(tree, false);
    // Only what is looked at is worked out.
    model.watch().lookedAt().bind(onTop);
    model.watch().lineage().subscribe(tree::show);
    model.watch().column().subscribe(this::choose);
    model.drawing().subscribe(this::draw);
    model.impact().subscribe(this::list);
  }

  private VBox way() {
    title.getStyleClass().add("section-title");
    title.setMinWidth(0);
    all.setId("lineage-all");
    all.setText(messages.get("lineage.all"));
    all.getStyleClass().addAll("flat", "small");
    all.setOnAction(_ -> model.watch().column().set(Optional.empty()));
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var head = new HBox(title, space, all);
    head.getStyleClass().add("lineage-head");
    var stack = new StackPane(drawing, nothing, tooMany);
    VBox.setVgrow(stack, Priority.ALWAYS);
    return new VBox(head, stack);
  }

  private VBox losses() {
    impactTitle.getStyleClass().add("section-title");
    impactTitle.setId("lineage-impact-title");
    impactTitle.setWrapText(true);
    var head = new HBox(impactTitle);
    head.getStyleClass().add("lineage-head");
    impact.setId("lineage-impact");
    impact.setAccessibleText(messages.get("lineage.impact"));
    impact.setCellFactory(_ -> new ImpactCell());
    impact.setPlaceholder(new Label(messages.get("lineage.impact.hint")));
    impact.setOnMouseClicked(_ -> show());
    impact.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        show();
      }
    });
    VBox.setVgrow(impact, Priority.ALWAYS);
    return new VBox(head, impact);
  }

  private void show() {
    Optional.ofNullable(impact.getSelectionModel().getSelectedItem())
        .ifPresent(line -> model.show(line.step()));
  }

  private void choose(Optional<ColumnId> column) {
    column.ifPresent(tree::choose);
    all.setVisible(column.isPresent());
    title.setText(
        column
            .map(each -> messages.get("lineage.of", each))
            .orElseGet(() -> messages.get("lineage.datasets")));
  }

  private void draw(Drawing now) {
    boolean isTooMuch = now.boxes().size() > LineageModel.MOST;
    tooMany.setVisible(isTooMuch);
    nothing.setVisible(now.boxes().isEmpty());
    drawing.setVisible(!isTooMuch && !now.boxes().isEmpty());
    drawing.show(isTooMuch ? Drawing.EMPTY : now, model.watch().column().get());
  }

  private void list(List<ImpactLine> lines) {
    impact.getItems().setAll(lines);
    long broken = lines.stream().filter(ImpactLine::isBroken).count();
    impactTitle.setText(
        model
            .watch()
            .column()
            .get()
            .map(column ->
                messages.get("lineage.impact.title", column, broken, lines.size() - broken))
            .orElseGet(() -> messages.get("lineage.impact")));
  }
}
