package io.qarion.benchmarks;

import io.qarion.app.designer.AppContext;
import io.qarion.app.designer.Desktop;
import io.qarion.app.designer.UserPlaces;
import io.qarion.app.designer.dialog.Questions;
import io.qarion.app.designer.dialog.UnsavedQuestion;
import io.qarion.app.designer.transfer.FileChoice;
import io.qarion.core.plugin.Plugins;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Opens the window on a project and prints when the first frame and the graph were there. */
public final class WindowStart {

  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;

  private WindowStart() {}

  /** Takes the project's folder. */
  public static void main(String[] args) throws IOException {
    Path user = Files.createTempDirectory("qarion-window");
    Platform.startup(() -> show(Path.of(args[0]), user));
  }

  private static void show(Path project, Path user) {
    var context =
        new AppContext(
            Plugins.load(),
            Locale.ENGLISH,
            new UserPlaces(user, project.resolveSibling("."), user),
            new Desktop(
                _ -> Optional.empty(),
                new Nobody(),
                _ -> {},
                (_, _) -> new Questions(_ -> true, _ -> UnsavedQuestion.Answer.DISCARD)));
    context.session().open(project);
    var stage = new Stage();
    stage.setScene(context.shell().scene(WIDTH, HEIGHT));
    stage.show();
    new FirstFrames(context, stage).start();
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

  /** Looks at each frame until the graph is in it. */
  private static final class FirstFrames extends AnimationTimer {

    private final AppContext context;
    private final Stage stage;
    private int frames;

    FirstFrames(AppContext context, Stage stage) {
      this.context = context;
      this.stage = stage;
    }

    @Override
    public void handle(long now) {
      frames++;
      if (frames == 2) {
        print("first frame");
      }
      if (stage.getScene().lookup(".node-card") != null) {
        print("graph of the project");
        stop();
        context.session().close();
        Platform.exit();
      }
    }
  }

  private static void print(String what) {
    long start = ManagementFactory.getRuntimeMXBean().getStartTime();
    System.out.printf(Locale.ROOT, "  %-22s %d ms%n", what, System.currentTimeMillis() - start);
  }
}
