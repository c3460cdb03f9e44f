package io.qarion.app.designer.newflow;

import io.qarion.app.designer.action.Action;
import io.qarion.app.designer.control.Overlay;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.theme.Icons;
import io.qarion.core.plugin.FlowPlugin;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Types of flow by what they do, a short form, and what would come of it. */
public final class NewFlowView extends Overlay {

  private static final double WIDTH = 920;
  private static final double HEIGHT = 700;

  private final NewFlowModel model;
  private final Messages messages;
  private final ListView<FlowPlugin> types = new ListView<>();
  private final DraftForm form;

  public NewFlowView(NewFlowModel model, Icons icons, Messages messages) {
    begin("new-flow", "new-flow");
    this.model = model;
    this.messages = messages;
    form = new DraftForm(model, messages);
    types.setId("new-flow-types");
    types.setAccessibleText(messages.get("new-flow.types"));
    types.getItems().setAll(model.types());
    types.setCellFactory(_ -> new TypeCell(icons, messages));
    types
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, chosen) -> {
          if (chosen != null && !chosen.flowType().equals(model.draft().get().flowType())) {
            model.change(model.draft().get().ofType(chosen.flowType()));
          }
        });
    getChildren().add(box(icons));
  }

  private VBox box(Icons icons) {
    var title = new Label(messages.get("new-flow.title"));
    title.getStyleClass().add("headline");
    var scroll = new ScrollPane(new VBox(form, new MadeView(model, icons, messages)));
    scroll.getContent().getStyleClass().add("right");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    HBox.setHgrow(scroll, Priority.ALWAYS);
    var middle = new HBox(types, scroll);
    middle.getStyleClass().add("middle");
    VBox.setVgrow(middle, Priority.ALWAYS);
    var cancel = new Button(messages.get("new-flow.cancel"));
    cancel.setId("new-flow-cancel");
    cancel.setOnAction(_ -> close());
    var create = new Button(messages.get("new-flow.create"));
    create.setId("new-flow-create");
    create.setDefaultButton(true);
    create.getStyleClass().add("accent");
    create
        .disableProperty()
        .bind(
            model
                .draft()
                .map(draft ->
                    draft.name().isBlank() || (model.takesFile() && draft.file().isEmpty())));
    create.setOnAction(_ -> {
      close();
      model.create();
    });
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var foot = new HBox(space, cancel, create);
    foot.getStyleClass().add("foot");
    foot.setAlignment(Pos.CENTER_RIGHT);
    var box = new VBox(title, middle, foot);
    box.getStyleClass().add("box");
    box.setMaxSize(WIDTH, HEIGHT);
    return box;
  }

  /** Opens this, for menus and the palette. */
  public List<Action> actions(ObservableValue<Boolean> possible) {
    return List.of(
        new Action(
            "file.new-typed-flow",
            messages.get("action.file.new-typed-flow"),
            "fth-plus-square",
            Optional.of(KeyCombination.valueOf("Shortcut+Shift+N")),
            possible,
            this::open));
  }

  /** Shows the choice of types and waits for one. */
  public void open() {
    model.begin();
    appear();
    types.getSelectionModel().clearSelection();
    types.getItems().stream()
        .filter(type -> type.flowType().equals(model.draft().get().flowType()))
        .findFirst()
        .ifPresent(types.getSelectionModel()::select);
    types.scrollTo(types.getSelectionModel().getSelectedIndex());
    types.requestFocus();
  }
}
