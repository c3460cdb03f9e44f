package io.qarion.app.designer;

import io.qarion.app.designer.action.Action;
import io.qarion.app.designer.canvas.ArrangeActions;
import io.qarion.app.designer.canvas.CanvasController;
import io.qarion.app.designer.canvas.CanvasDrops;
import io.qarion.app.designer.canvas.CanvasEditing;
import io.qarion.app.designer.canvas.CanvasModel;
import io.qarion.app.designer.canvas.CanvasView;
import io.qarion.app.designer.canvas.CanvasWork;
import io.qarion.app.designer.canvas.EditActions;
import io.qarion.app.designer.canvas.TraceController;
import io.qarion.app.designer.control.SystemClipboard;
import io.qarion.app.designer.edit.CodeRequest;
import io.qarion.app.designer.edit.DataFileArrival;
import io.qarion.app.designer.edit.DataFileChoice;
import io.qarion.app.designer.edit.FlowEditor;
import io.qarion.app.designer.edit.StepCarrier;
import io.qarion.app.designer.edit.StepCatalog;
import io.qarion.app.designer.edit.SubFlowEditor;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.inspector.InspectorModel;
import io.qarion.app.designer.inspector.InspectorView;
import io.qarion.app.designer.palette.PaletteModel;
import io.qarion.app.designer.palette.PaletteView;
import io.qarion.app.designer.preview.GridSteps;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.LineageWatch;
import io.qarion.app.designer.session.News;
import io.qarion.app.designer.settings.KeptSteps;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.UiThread;
import io.qarion.app.designer.theme.Icons;
import io.qarion.core.lineage.ColumnId;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;

/** The parts of the window with which a flow is drawn, put together. */
final class EditingParts implements GridSteps {

  private final Around around;
  private final CanvasModel model = new CanvasModel();
  private final CanvasView view;
  private final CanvasWork work;
  private final CanvasController controller;
  private final FlowEditor editor;
  private final PaletteView palette;
  private final InspectorView inspector;
  private final CodeRequest code = new CodeRequest();
  private final Runnable addFile;
  private final FollowedColumns lineage;

  /**
   * How columns are followed.
   *
   * @param open shows the lineage of the whole project
   */
  record FollowedColumns(LineageWatch watch, Runnable open) {}

  /** What all parts of the window share. */
  record Around(
      DesignerSession session,
      BackgroundTasks tasks,
      UiThread ui,
      Icons icons,
      Messages messages) {}

  /**
   * @param files those with data, and their folders, relative to the project
   * @param lineage the columns that are followed, and what shows all of them
   */
  EditingParts(
      Around around,
      ObservableValue<List<String>> files,
      DataFileChoice choice,
      KeptSteps kept,
      FollowedColumns lineage) {
    this.around = around;
    DesignerSession session = around.session();
    Messages messages = around.messages();
    view = new CanvasView(model, around.icons(), messages);
    editor = new FlowEditor(session, messages);
    var catalog = new StepCatalog(session.plugins(), files, messages);
    var editing = new CanvasEditing(model, view, editor, catalog, new SystemClipboard(), messages);
    var subFlows = new SubFlowEditor(session, around.tasks(), messages);
    work = CanvasWork.of(model, view, editor, subFlows, editing, messages);
    controller =
        new CanvasController(session, model, view, work, messages, around.tasks(), around.ui());
    var arrival = new DataFileArrival(session, editor, catalog, around.tasks(), messages);
    this.lineage = lineage;
    new TraceController(session, view, lineage.watch(), lineage.open(), messages);
    addFile = () -> arrival.add(choice.choose(messages.get("arrival.choose")));
    view.listenToEmpty(() -> editing.quickAdd(""), addFile);
    var carrier = new StepCarrier();
    new CanvasDrops(view, editing, carrier, arrival::add).listen();
    palette =
        new PaletteView(
            new PaletteModel(session, editor, catalog, carrier, kept, around.tasks(), messages),
            around.icons(),
            messages);
    inspector =
        new InspectorView(
            new InspectorModel(session, editor, code, messages, files, around.tasks(), around.ui()),
            around.icons(),
            messages);
    editing.onSettings(inspector::enter);
  }

  CanvasModel canvas() {
    return model;
  }

  CanvasView view() {
    return view;
  }

  CanvasController controller() {
    return controller;
  }

  PaletteView palette() {
    return palette;
  }

  InspectorView inspector() {
    return inspector;
  }

  /** Where it is asked for code to be edited in the large. */
  CodeRequest code() {
    return code;
  }

  List<Action> actions() {
    ObservableValue<Boolean> open = around.session().active().map(Optional::isPresent);
    return Stream.concat(
            new EditActions(model, view, work, around.messages()).all(addFile, open).stream(),
            new ArrangeActions(model, work, around.messages()).all(open).stream())
        .toList();
  }

  @Override
  public void add(TomlValue.Table rule) {
    String operation =
        rule.entries().get("operation") instanceof TomlValue.Text(String text) ? text : "";
    around
        .session()
        .active()
        .get()
        .flatMap(flow -> flow.selection().get())
        .ifPresent(step ->
            editor
                .rules()
                .addRule(
                    step, around.messages().find("rule." + operation).orElse(operation), rule));
  }

  @Override
  public void follow(String column) {
    around
        .session()
        .active()
        .get()
        .ifPresent(flow -> flow.selection().get().ifPresent(step -> follow(flow, step, column)));
  }

  private void follow(FlowDocument flow, TaskId step, String column) {
    Optional<ColumnId> found = LineageWatch.columnOf(flow, step, column);
    if (found.isEmpty()) {
      around.session().tell(News.of(around.messages().get("trace.ends-inside", column)));
    }
    lineage.watch().column().set(found);
  }
}
