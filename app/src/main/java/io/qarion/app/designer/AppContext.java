package io.qarion.app.designer;

import io.qarion.app.designer.action.Actions;
import io.qarion.app.designer.canvas.CanvasModel;
import io.qarion.app.designer.canvas.PictureActions;
import io.qarion.app.designer.control.Instead;
import io.qarion.app.designer.control.OnTop;
import io.qarion.app.designer.control.SystemClipboard;
import io.qarion.app.designer.explorer.Explorer;
import io.qarion.app.designer.history.HistoryModel;
import io.qarion.app.designer.history.HistoryView;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.journal.JournalsElsewhere;
import io.qarion.app.designer.lineage.LineageModel;
import io.qarion.app.designer.lineage.LineageView;
import io.qarion.app.designer.notice.NotTrusted;
import io.qarion.app.designer.notice.NoticeBars;
import io.qarion.app.designer.notice.NoticeModel;
import io.qarion.app.designer.notice.TrustBar;
import io.qarion.app.designer.notice.TrustModel;
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
import io.qarion.app.designer.session.LineageWatch;
import io.qarion.app.designer.settings.KeptLine;
import io.qarion.app.designer.settings.KeptSteps;
import io.qarion.app.designer.settings.RecentProjects;
import io.qarion.app.designer.settings.Samples;
import io.qarion.app.designer.settings.TrustedProjects;
import io.qarion.app.designer.shell.CloseGuard;
import io.qarion.app.designer.shell.Memory;
import io.qarion.app.designer.shell.Panel;
import io.qarion.app.designer.shell.PanelSizes;
import io.qarion.app.designer.shell.Shell;
import io.qarion.app.designer.shell.ShellView;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.PlatformUiThread;
import io.qarion.app.designer.task.UiThread;
import io.qarion.app.designer.text.TomlTextModel;
import io.qarion.app.designer.text.TomlTextView;
import io.qarion.app.designer.theme.Icons;
import io.qarion.app.designer.theme.TextSize;
import io.qarion.app.designer.theme.Theme;
import io.qarion.app.designer.transfer.FlowTransfer;
import io.qarion.app.designer.welcome.WelcomeModel;
import io.qarion.app.designer.welcome.WelcomeView;
import io.qarion.core.plugin.Plugins;
import io.qarion.icons.IconSet;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
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
    guard = new CloseGuard(session, desktop.questions().make(theme, messages));
    var explorer =
        new Explorer(session, tasks, ui, new SystemClipboard(), desktop.display(), icons, messages);
    var around = new EditingParts.Around(session, tasks, ui, icons, messages);
    var lineage = new LineageWatch(session, tasks, ui);
    var followed = new EditingParts.FollowedColumns(lineage, this::openLineage);
    var kept = new KeptSteps(places.settings());
    var editing = new EditingParts(around, explorer.dataPaths(), desktop.data(), kept, followed);
    var overlays = new Overlays(around, explorer.dataPaths(), editing.code());
    editing.inspector().onLook(overlays::lookAtFile);
    var problems = new ProblemsModel(session, messages);
    var features =
        new Shell.Features(
            panels(editing, explorer, problems, lineage),
            welcome(places, desktop, samples, trusted, icons),
            overlays.nodes(),
            Stream.of(
                    explorer.actions(),
                    overlays.actions(),
                    editing.actions(),
                    new FlowTransfer(session, tasks, desktop.files(), messages).actions(),
                    problems.actions(),
                    pictures(editing.canvas(), desktop, icons).actions())
                .flatMap(List::stream)
                .toList(),
            desktop.folders());
    shell = new Shell(session, guard, editing.controller(), features, theme, tasks, messages);
    remember(new Memory(tasks, session::failed), places.settings());
  }

  private void remember(Memory memory, Path settings) {
    memory.keep(
        theme.textSize(), new KeptLine(settings, "text-size.txt"), TextSize::text, TextSize::parse);
    memory.keep(
        theme.choice(),
        new KeptLine(settings, "appearance.txt"),
        Theme.Choice::name,
        Theme.Choice::parse);
    memory.keep(
        shell.sizes().places(),
        new KeptLine(settings, "panels.txt"),
        PanelSizes::text,
        PanelSizes::parse);
  }

  private void openLineage() {
    shell.bring("lineage");
  }

  private WelcomeView welcome(
      UserPlaces places, Desktop desktop, Samples samples, TrustedProjects trusted, Icons icons) {
    return new WelcomeView(
        new WelcomeModel(session, tasks, new RecentProjects(places.settings()), samples, trusted),
        desktop.folders(),
        icons,
        messages);
  }

  private ShellView.Panels panels(
      EditingParts editing, Explorer explorer, ProblemsModel problems, LineageWatch lineage) {
    var text = new TomlTextView(new TomlTextModel(session, messages), messages);
    return new ShellView.Panels(
        new VBox(
            new TrustBar(new TrustModel(session.trust(), messages), messages),
            new NoticeBars(new NoticeModel(session, messages, ZoneId.systemDefault()))),
        List.of(panel("explorer", explorer.view()), panel("steps", editing.palette())),
        List.of(
            panel("canvas", editing.view()),
            panel("text", text),
            panel(
                "lineage",
                new LineageView(new LineageModel(session, lineage, messages), messages))),
        panel("inspector", editing.inspector()),
        List.of(
            panel("preview", preview(editing)),
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

  private Node preview(EditingParts editing) {
    var model = new PreviewModel(tasks, ui);
    var view = new PreviewView(model, new SystemClipboard(), editing, messages);
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
