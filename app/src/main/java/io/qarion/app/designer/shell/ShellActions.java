package io.qarion.app.designer.shell;

import io.qarion.app.designer.action.Action;
import io.qarion.app.designer.action.Actions;
import io.qarion.app.designer.canvas.CanvasController;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.theme.TextSize;
import io.qarion.app.designer.theme.Theme;
import io.qarion.app.designer.welcome.FolderChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/** What can be done in the window. */
final class ShellActions {

  private final DesignerSession session;
  private final Messages messages;
  private final CloseGuard guard;
  private final List<Action> actions = new ArrayList<>();

  private ShellActions(DesignerSession session, CloseGuard guard, Messages messages) {
    this.session = session;
    this.guard = guard;
    this.messages = messages;
  }

  /** All, in the order of menus. */
  static Actions of(
      DesignerSession session,
      CloseGuard guard,
      CanvasController canvas,
      Theme theme,
      Shell.Features features,
      WindowRequests window,
      Messages messages) {
    var shell = new ShellActions(session, guard, messages);
    shell.project(features.folders());
    shell.actions.addAll(features.actions());
    shell.file(window);
    shell.edit();
    shell.run();
    shell.view(canvas, theme, window);
    shell.help(window);
    return new Actions(shell.actions);
  }

  private void project(FolderChoice folders) {
    add(
        "file.open",
        "fth-folder",
        "Shortcut+O",
        always(),
        () ->
            folders
                .choose(messages.get("welcome.open"))
                .ifPresent(folder -> guard.leave(() -> session.open(folder))));
    add(
        "file.close-project",
        "fth-home",
        "",
        session.project().map(Optional::isPresent),
        () -> guard.leave(session::closeProject));
  }

  private void file(WindowRequests window) {
    add("file.save", "fth-save", "Shortcut+S", ofFlow(FlowDocument::dirty), session::save);
    add(
        "file.save-all",
        "fth-save",
        "Shortcut+Shift+S",
        ofFlow(_ -> always()),
        () -> session.saveAll(() -> {}));
    add("file.exit", "fth-log-out", "Shortcut+Q", always(), window.exit());
  }

  private void help(WindowRequests window) {
    add("help.find-action", "fth-command", "Shortcut+K", always(), window.findAction());
    add("help.about", "fth-info", "", always(), window.about());
  }

  private void edit() {
    add(
        "edit.undo",
        "fth-corner-up-left",
        "Shortcut+Z",
        ofFlow(flow -> flow.commands().undoName().map(name -> !name.isEmpty())),
        withFlow(session.sharedEdits()::undo));
    add(
        "edit.redo",
        "fth-corner-up-right",
        "Shortcut+Y",
        ofFlow(flow -> flow.commands().redoName().map(name -> !name.isEmpty())),
        withFlow(session.sharedEdits()::redo));
  }

  private void run() {
    ObservableValue<Boolean> idle =
        ofFlow(flow -> flow.runState().running().map(running -> !running));
    add("run.start", "fth-play", "F5", idle, () -> session.run(Optional.empty()));
    add(
        "run.to-here",
        "fth-skip-forward",
        "Shift+F5",
        ofFlow(flow ->
            flow.selection()
                .flatMap(step ->
                    flow.runState().running().map(running -> !running && step.isPresent()))),
        withFlow(flow -> session.run(flow.selection().get())));
    add(
        "run.stop",
        "fth-square",
        "Shortcut+Period",
        ofFlow(flow -> flow.runState().running()),
        session::stop);
    add("run.trust", "fth-shield", "", session.trust().asked(), session.trust()::trust);
  }

  private void view(CanvasController canvas, Theme theme, WindowRequests window) {
    ObservableValue<Boolean> open = session.project().map(Optional::isPresent);
    add("view.canvas", "fth-share-2", "", open, () -> window.bring().accept("canvas"));
    add("view.toml", "fth-file-text", "", open, () -> window.bring().accept("text"));
    add(
        "view.lineage",
        "fth-git-commit",
        "Shortcut+L",
        open,
        () -> window.bring().accept("lineage"));
    add("view.fit", "fth-maximize", "Shortcut+0", ofFlow(_ -> always()), canvas::fit);
    add("view.whole-size", "fth-search", "Shortcut+1", ofFlow(_ -> always()), canvas::wholeSize);
    add(
        "view.zoom-in",
        "fth-zoom-in",
        "Shortcut+Plus",
        ofFlow(_ -> always()),
        () -> canvas.zoom(1.25));
    add(
        "view.zoom-out",
        "fth-zoom-out",
        "Shortcut+Minus",
        ofFlow(_ -> always()),
        () -> canvas.zoom(0.8));
    textSize(theme);
    add("view.light", "fth-sun", "", always(), () -> theme.choice().set(Theme.Choice.LIGHT));
    add("view.dark", "fth-moon", "", always(), () -> theme.choice().set(Theme.Choice.DARK));
    add("view.contrast", "fth-eye", "", always(), () -> theme.choice().set(Theme.Choice.CONTRAST));
    add("view.system", "fth-monitor", "", always(), () -> theme.choice().set(Theme.Choice.SYSTEM));
  }

  private void textSize(Theme theme) {
    ObjectProperty<TextSize> size = theme.textSize();
    add(
        "view.text-larger",
        "fth-type",
        "",
        size.map(now -> !now.equals(now.larger())),
        () -> size.set(size.get().larger()));
    add(
        "view.text-smaller",
        "fth-type",
        "",
        size.map(now -> !now.equals(now.smaller())),
        () -> size.set(size.get().smaller()));
    add(
        "view.text-normal",
        "fth-type",
        "",
        size.map(now -> !now.equals(TextSize.NORMAL)),
        () -> size.set(TextSize.NORMAL));
  }

  private void add(
      String id, String icon, String keys, ObservableValue<Boolean> enabled, Runnable handler) {
    actions.add(Action.of(messages, id, icon, keys, enabled, handler));
  }

  private ObservableValue<Boolean> ofFlow(
      Function<FlowDocument, ObservableValue<Boolean>> condition) {
    return session
        .active()
        .flatMap(active -> active.map(condition).orElseGet(() -> new SimpleBooleanProperty(false)));
  }

  private Runnable withFlow(Consumer<FlowDocument> work) {
    return () -> session.active().get().ifPresent(work);
  }

  private static ObservableValue<Boolean> always() {
    return new SimpleBooleanProperty(true);
  }
}
