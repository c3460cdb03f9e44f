package io.qarion.app.designer.explorer;

import io.qarion.app.designer.action.Action;
import io.qarion.app.designer.control.TextClipboard;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.UiThread;
import io.qarion.app.designer.theme.Icons;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;

/** The explorer with what can be done in it. */
public final class Explorer {

  private final DesignerSession session;
  private final Messages messages;
  private final ExplorerModel model;
  private final FlowOperations operations;
  private final ExplorerView view;

  public Explorer(
      DesignerSession session,
      BackgroundTasks tasks,
      UiThread ui,
      TextClipboard clipboard,
      FolderDisplay folders,
      Icons icons,
      Messages messages) {
    this.session = session;
    this.messages = messages;
    model = new ExplorerModel(session, tasks, ui);
    operations = new FlowOperations(session, tasks, messages);
    var times = new RunTimes(InstantSource.system(), ZoneId.systemDefault(), messages.locale());
    view =
        new ExplorerView(
            model,
            operations,
            new ExplorerMenu(session, model, operations, clipboard, folders, messages),
            new ItemLook(icons, messages, times),
            messages);
    session.active().subscribe(view::follow);
  }

  public Node view() {
    return view;
  }

  /** The files with data and their folders, relative to the project. */
  public ObservableValue<List<String>> dataPaths() {
    return model
        .files()
        .map(files ->
            files.stream()
                .flatMap(file -> Stream.of(file.folder(), file.path()))
                .filter(path -> !path.isEmpty())
                .distinct()
                .toList());
  }

  /** What can be done with flows, for menus and the palette. */
  public List<Action> actions() {
    return List.of(
        new Action(
            "file.new-flow",
            messages.get("action.file.new-flow"),
            "fth-plus",
            Optional.of(KeyCombination.valueOf("Shortcut+N")),
            session.project().map(Optional::isPresent),
            operations::create),
        ofFlow("file.rename-flow", "fth-edit-2", view::rename),
        ofFlow("file.duplicate-flow", "fth-copy", operations::duplicate),
        ofFlow("file.delete-flow", "fth-trash-2", operations::delete));
  }

  private Action ofFlow(String id, String icon, Consumer<FlowDocument> work) {
    ObservableValue<Boolean> shown = session.active().map(Optional::isPresent);
    return new Action(
        id,
        messages.get("action." + id),
        icon,
        Optional.empty(),
        shown,
        () -> session.active().get().ifPresent(work));
  }
}
