package io.qarion.benchmarks;

import io.qarion.app.designer.AppContext;
import io.qarion.app.designer.Desktop;
import io.qarion.app.designer.UserPlaces;
import io.qarion.app.designer.dialog.Questions;
import io.qarion.app.designer.dialog.UnsavedQuestion;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.transfer.FileChoice;
import io.qarion.core.plugin.Plugins;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The real window, of which nobody is asked anything. */
final class OpenWindow {

  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final int POLL_MILLIS = 5;

  private final AppContext context;
  private final Stage stage = new Stage();

  /**
   * Makes the window in its own thread; a project is opened while it is being made.
   *
   * @param user folder for what the program remembers
   */
  OpenWindow(Path user, Optional<Path> project) {
    context =
        new AppContext(
            Plugins.load(),
            Locale.ENGLISH,
            new UserPlaces(user, user.resolve("none"), user),
            new Desktop(
                _ -> Optional.empty(),
                new Nobody(),
                _ -> List.of(),
                _ -> {},
                (_, _) -> new Questions(_ -> true, _ -> UnsavedQuestion.Answer.DISCARD)));
    project.ifPresent(context.session()::open);
    stage.setScene(context.shell().scene(WIDTH, HEIGHT));
    stage.show();
  }

  AppContext context() {
    return context;
  }

  Stage stage() {
    return stage;
  }

  /** Opens a project, trusts it, and waits until its first flow is drawn. From another thread. */
  void open(Path project) throws InterruptedException {
    ask(() -> {
      context.session().open(project);
      return true;
    });
    await(() -> stage.getScene().lookup(".node-card") != null);
    act("run.trust");
  }

  /** Does what a user can choose. From another thread. */
  void act(String action) {
    ask(() -> {
      context.actions().get(action).run();
      return true;
    });
  }

  /** Runs the flow that is shown to its end. From another thread. */
  void run() throws InterruptedException {
    act("run.start");
    await(() -> flow().runState().last().get().isPresent());
  }

  FlowDocument flow() {
    return context.session().active().get().orElseThrow();
  }

  /** Waits for something to be so in the window. From another thread. */
  static void await(BooleanSupplier condition) throws InterruptedException {
    while (!ask(condition::getAsBoolean)) {
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** Asks something in the window's thread. From another thread. */
  static <T> T ask(Supplier<T> question) {
    return CompletableFuture.supplyAsync(question, Platform::runLater).join();
  }

  /** Closes project and window. In the window's thread. */
  void close() {
    context.session().close();
    Platform.exit();
  }

  /** Chooses no file. */
  private static final class Nobody implements FileChoice {

    @Override
    public Optional<Path> save(String title, String suggestedName) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> open(String title) {
      return Optional.empty();
    }
  }
}
