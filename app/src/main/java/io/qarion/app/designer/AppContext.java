package io.qarion.app.designer;

import io.qarion.app.designer.action.Actions;
import io.qarion.app.designer.canvas.CanvasController;
import io.qarion.app.designer.canvas.CanvasDrops;
import io.qarion.app.designer.canvas.CanvasEditing;
import io.qarion.app.designer.canvas.CanvasModel;
import io.qarion.app.designer.canvas.CanvasView;
import io.qarion.app.designer.canvas.EditActions;
import io.qarion.app.designer.canvas.PictureActions;
import io.qarion.app.designer.control.Instead;
import io.qarion.app.designer.control.OnTop;
import io.qarion.app.designer.control.SystemClipboard;
import io.qarion.app.designer.edit.DataFileArrival;
import io.qarion.app.designer.edit.FlowEditor;
import io.qarion.app.designer.edit.StepCarrier;
import io.qarion.app.designer.edit.StepCatalog;
import io.qarion.app.designer.explorer.Explorer;
import io.qarion.app.designer.history.HistoryModel;
import io.qarion.app.designer.history.HistoryView;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.inspector.InspectorModel;
import io.qarion.app.designer.inspector.InspectorView;
import io.qarion.app.designer.journal.JournalsElsewhere;
import io.qarion.app.designer.notice.NotTrusted;
import io.qarion.app.designer.notice.NoticeBars;
import io.qarion.app.designer.notice.NoticeModel;
import io.qarion.app.designer.notice.TrustBar;
import io.qarion.app.designer.notice.TrustModel;
import io.qarion.app.designer.palette.PaletteModel;
import io.qarion.app.designer.palette.PaletteView;
import io.qarion.app.designer.preview.PreviewController;
import io.qarion.app.designer.preview.PreviewModel;
import io.qarion.app.designer.preview.PreviewView;
import io.qarion.app.designer.problems.ProblemsModel;
import io.qarion.app.designer.problems.ProblemsView;
import io.qarion.app.designer.profile.ProfileController;
import io.qarion.app.designer.profile.ProfileModel;
import io.qarion.app.designer.profile.ProfileView;
import io.qarion.app.designer.run.RunView;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.settings.KeptSteps;
import io.qarion.app.designer.settings.KeptTextSize;
import io.qarion.app.designer.settings.RecentProjects;
import io.qarion.app.designer.settings.Samples;
import io.qarion.app.designer.settings.TrustedProjects;
import io.qarion.app.designer.shell.CloseGuard;
import io.qarion.app.designer.shell.Panel;
import io.qarion.app.designer.shell.Shell;
import io.qarion.app.designer.shell.ShellView;
import io.qarion.app.designer.shell.TextSizeMemory;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.PlatformUiThread;
import io.qarion.app.designer.task.UiThread;
import io.qarion.app.designer.text.TomlTextModel;
import io.qarion.app.designer.text.TomlTextView;
import io.qarion.app.designer.theme.Icons;
import io.qarion.app.designer.theme.Theme;
import io.qarion.app.designer.transfer.FlowTransfer;
import io.qarion.app.designer.welcome.WelcomeModel;
import io.qarion.app.designer.welcome.WelcomeView;
import io.qarion.core.plugin.Plugins;
import io.qarion.icons.IconSet;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** All parts of a window, put together by hand. */
public final class AppContext {

  private final UiThread ui = new PlatformUiThread();
  private final BackgroundTasks tasks = new BackgroundTasks(ui);
  private final Messages messages;
  private final Theme theme = new Theme();
  private final DesignerSession session;
  private final CloseGuard guard;
  private final Shell shell;

  /** To be made in the window's thread. */
  public AppContext(Plugins plugins, Locale locale, UserPlaces places, Desktop desktop) {
    messages = new Messages(locale);
    theme.install();
    var icons = new Icons(IconSet.standard());
    var samples = new Samples(places.samples(), places.sampleCopies());
    var trusted = new TrustedProjects(places.settings(), samples);
    session =
        new DesignerSession(
            plugins, trusted, new JournalsElsewhere(places.settings()), tasks, ui, messages);
    new TextSizeMemory(theme, new KeptTextSize(places.settings()), tasks, session::failed).start();
    guard = new CloseGuard(session, desktop.questions().make(theme, messages));
    var model = new CanvasModel();
    var view = new CanvasView(model, icons, messages);
    var explorer =
        new Explorer(session, tasks, ui, new SystemClipboard(), desktop.display(), icons, messages);
    var editor = new FlowEditor(session, messages);
    var catalog = new StepCatalog(plugins, explorer.dataPaths(), messages);
    var editing = new CanvasEditing(model, view, editor, catalog, new SystemClipboard(), messages);
    var canvas = new CanvasController(session, model, view, editing, messages, tasks, ui);
    var arrival = new DataFileArrival(session, editor, catalog, tasks, messages);
    Runnable addFile = () -> arrival.add(desktop.data().choose(messages.get("arrival.choose")));
    view.listenToEmpty(() -> editing.quickAdd(""), addFile);
    var carrier = new StepCarrier();
    new CanvasDrops(view, editing, carrier, arrival::add).listen();
    var palette =
        new PaletteView(
            new PaletteModel(
                session,
                editor,
                catalog,
                carrier,
                new KeptSteps(places.settings()),
                tasks,
                messages),
            icons,
            messages);
    var inspector =
        new InspectorView(
            new InspectorModel(session, messages, explorer.dataPaths(), tasks, ui),
            icons,
            messages);
    editing.onSettings(inspector::enter);
    var problems = new ProblemsModel(session, messages);
    var features =
        new Shell.Features(
            panels(view, explorer, palette, inspector, problems),
            new WelcomeView(
                new WelcomeModel(
                    session, tasks, new RecentProjects(places.settings()), samples, trusted),
                desktop.folders(),
                icons,
                messages),
            Stream.of(
                    explorer.actions(),
                    new EditActions(model, view, editing, messages)
                        .all(addFile, session.active().map(Optional::isPresent)),
                    new FlowTransfer(session, tasks, desktop.files(), messages).actions(),
                    problems.actions(),
                    pictures(model, desktop, icons).actions())
                .flatMap(List::stream)
                .toList(),
            desktop.folders());
    shell = new Shell(session, guard, canvas, features, theme, tasks, messages);
  }

  private ShellView.Panels panels(
      CanvasView canvas,
      Explorer explorer,
      PaletteView palette,
      InspectorView inspector,
      ProblemsModel problems) {
    var text = new TomlTextView(new TomlTextModel(session, messages), messages);
    return new ShellView.Panels(
        new VBox(
            new TrustBar(new TrustModel(session.trust(), messages), messages),
            new NoticeBars(new NoticeModel(session, messages, ZoneId.systemDefault()))),
        List.of(panel("explorer", explorer.view()), panel("steps", palette)),
        List.of(panel("canvas", canvas), panel("text", text)),
        panel("inspector", inspector),
        List.of(
            panel("preview", preview()),
            panel("profile", profile()),
            new Panel("problems", problems.title(), new ProblemsView(problems, messages)),
            panel("run", new RunView(session, messages)),
            panel("history", new HistoryView(new HistoryModel(session, tasks, ui), messages))));
  }

  private PictureActions pictures(CanvasModel canvas, Desktop desktop, Icons icons) {
    return new PictureActions(
        session,
        canvas,
        desktop.files()::save,
        new PictureActions.Work(tasks, ui),
        new PictureActions.Looks(icons, theme, messages));
  }

  private Node preview() {
    var model = new PreviewModel(tasks, ui);
    var view = new PreviewView(model, new SystemClipboard(), messages);
    Node panel = onceTrusted(view);
    new PreviewController(session, model, OnTop.of(panel)).start();
    return panel;
  }

  private Node profile() {
    var model = new ProfileModel(tasks, ui);
    var view = new ProfileView(model, messages);
    Node panel = onceTrusted(view);
    new ProfileController(session, model, OnTop.of(panel)).start();
    return panel;
  }

  private Node onceTrusted(Node panel) {
    return new Instead(panel, new NotTrusted(session.trust(), messages), session.trust().asked());
  }

  private Panel panel(String id, Node content) {
    return new Panel(id, new ReadOnlyStringWrapper(messages.get("panel." + id)), content);
  }

  public DesignerSession session() {
    return session;
  }

  /** Asks before the project or the window is left. */
  public CloseGuard guard() {
    return guard;
  }

  public Theme theme() {
    return theme;
  }

  public Messages messages() {
    return messages;
  }

  public Actions actions() {
    return shell.actions();
  }

  public Shell shell() {
    return shell;
  }
}
