package io.qarion.app.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.dialog.Questions;
import io.qarion.app.designer.dialog.UnsavedQuestion;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.settings.Samples;
import io.qarion.app.designer.settings.TrustedProjects;
import io.qarion.app.designer.theme.Theme;
import io.qarion.app.designer.transfer.FileChoice;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.problem.TaskId;
import io.qarion.core.project.ProjectReach;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.repository.StoredFlow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** The designer's window in a test, as a user has it. */
final class Window {

  private static final int SECONDS = 60;
  private static final long MILLIS = 10_000;

  private static final Path PICTURES = Path.of(System.getProperty("qarion.pictures"));
  private static final Logger STYLES = Logger.getLogger("javafx.css");
  private final Queue<Path> chosen = new ConcurrentLinkedQueue<>();
  private final List<Path> chosenData = new CopyOnWriteArrayList<>();
  private final FileChoice files =
      new FileChoice() {
        @Override
        public Optional<Path> save(String title, String suggestedName) {
          return Optional.ofNullable(chosen.poll());
        }

        @Override
        public Optional<Path> open(String title) {
          return Optional.ofNullable(chosen.poll());
        }
      };
  private final List<Path> shownFolders = new CopyOnWriteArrayList<>();
  private final Complaints complaints = new Complaints();
  private Predicate<List<String>> mayStop = _ -> false;
  private UnsavedQuestion unsaved = _ -> UnsavedQuestion.Answer.STAY;
  private final UserPlaces places;
  private final AppContext context;
  private final Scene scene;

  /**
   * @param user folder for settings and copies of samples
   */
  Window(Stage stage, Path user) {
    this(stage, user, Locale.ENGLISH);
  }

  /**
   * @param user folder for settings and copies of samples
   * @param language of the texts
   */
  Window(Stage stage, Path user, Locale language) {
    STYLES.addHandler(complaints);
    places =
        new UserPlaces(
            user.resolve("settings"),
            Path.of(System.getProperty("qarion.root"), "examples"),
            user.resolve("samples"));
    context =
        new AppContext(
            Plugins.load(),
            language,
            places,
            new Desktop(
                _ -> Optional.ofNullable(chosen.poll()),
                files,
                _ -> List.copyOf(chosenData),
                shownFolders::add,
                (_, _) ->
                    new Questions(flows -> mayStop.test(flows), flows -> unsaved.ask(flows))));
    scene = context.shell().scene(1440, 900);
    stage.setScene(scene);
    stage.show();
  }

  /** What the user answers from now on. */
  void answer(Predicate<List<String>> stopping, UnsavedQuestion saving) {
    mayStop = stopping;
    unsaved = saving;
  }

  AppContext context() {
    return context;
  }

  Scene scene() {
    return scene;
  }

  /** The user will choose this when next asked for a folder or file. */
  void willChoose(Path path) {
    chosen.add(path);
  }

  /** The user will choose these when next asked for files with data. */
  void willChooseData(List<Path> files) {
    chosenData.clear();
    chosenData.addAll(files);
  }

  /** Folders that the file manager was asked to show. */
  List<Path> shownFolders() {
    return shownFolders;
  }

  FlowDocument flow() {
    return context.session().active().get().orElseThrow();
  }

  /** The user has trusted this project before, as its files are now. */
  void trust(Path project) {
    ProjectModel model = ProjectModel.open(project);
    ProjectReach reach =
        ProjectReach.of(model.settings(), model.flows().stream().map(StoredFlow::flow).toList());
    new TrustedProjects(places.settings(), new Samples(places.samples(), places.sampleCopies()))
        .remember(project, reach);
  }

  /** Opens a project that is trusted and waits until its first flow is drawn. */
  void open(Path project) throws TimeoutException {
    trust(project);
    openAsItIs(project);
  }

  /** Opens a project, trusted or not, and waits until its first flow is drawn. */
  void openAsItIs(Path project) throws TimeoutException {
    WaitForAsyncUtils.waitForAsyncFx(MILLIS, () -> context.session().open(project));
    awaitThat(() ->
        context
            .session()
            .active()
            .get()
            .filter(flow -> flow.compiled().get().isPresent())
            .isPresent());
    awaitThat(() -> scene.lookup(".node-card") != null);
  }

  void act(String action) {
    WaitForAsyncUtils.waitForAsyncFx(MILLIS, () -> context.actions().get(action).run());
  }

  void select(String step) {
    WaitForAsyncUtils.waitForAsyncFx(
        MILLIS, () -> flow().selection().set(Optional.of(new TaskId(step))));
  }

  /** Runs the flow and waits for its end. */
  void run() throws TimeoutException {
    var before = flow().runState().last().get();
    act("run.start");
    awaitThat(() ->
        flow().runState().last().get().isPresent()
            && !flow().runState().last().get().equals(before));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** What stands in the scene under an id. */
  Node find(String id) {
    return seek("#" + id).orElseThrow(() -> new AssertionError("nothing has the id " + id));
  }

  /** What stands in the scene. */
  Optional<Node> seek(String selector) {
    return onScreen(() -> Optional.ofNullable(scene.lookup(selector)));
  }

  /** Looks at the scene in the window's thread, which may be changing it. */
  <T> T onScreen(Supplier<T> look) {
    return Platform.isFxApplicationThread()
        ? look.get()
        : WaitForAsyncUtils.waitForAsyncFx(MILLIS, look::get);
  }

  void awaitThat(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
  }

  /** Writes what the window shows, in both appearances. */
  void picture(String name) {
    Theme.Choice before = context.theme().choice().get();
    picture(name, Theme.Choice.LIGHT);
    picture(name + "-dark", Theme.Choice.DARK);
    appear(before);
  }

  /** Writes what the window shows, in one appearance. */
  void picture(String name, Theme.Choice appearance) {
    appear(appearance);
    picture(name, List.of());
  }

  private void appear(Theme.Choice appearance) {
    WaitForAsyncUtils.waitForAsyncFx(MILLIS, () -> context.theme().choice().set(appearance));
  }

  /** As {@link #picture}, with menus and tooltips over the window. */
  void pictureWithPopups(String name) {
    picture(
        name,
        javafx.stage.Window.getWindows().stream()
            .filter(PopupWindow.class::isInstance)
            .map(javafx.stage.Window::getScene)
            .toList());
  }

  private void picture(String name, List<Scene> popups) {
    WaitForAsyncUtils.waitForFxEvents();
    WaitForAsyncUtils.waitForAsyncFx(
        MILLIS,
        () -> {
          try {
            Pictures.write(scene, popups, PICTURES.resolve(name + ".png"));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Closes the project; fails if a style sheet had anything to complain of meanwhile. */
  void close() {
    WaitForAsyncUtils.waitForAsyncFx(MILLIS, () -> context.session().close());
    STYLES.removeHandler(complaints);
    assertThat(complaints.messages()).isEmpty();
  }

  /** A copy of an example, without what runs left in it. */
  static Path example(String name, Path folder) throws IOException {
    Path from = Path.of(System.getProperty("qarion.root"), "examples", name);
    Path to = folder.resolve(name);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = from.relativize(file);
        if (!relative.startsWith(".qarion") && !relative.startsWith("out")) {
          Path target = to.resolve(relative);
          Files.createDirectories(target.resolveSibling("."));
          Files.copy(file, target);
        }
      }
    }
    return to;
  }
}
