package io.qarion.app.designer.start;

import io.qarion.app.designer.AppContext;
import io.qarion.app.designer.Desktop;
import io.qarion.app.designer.UserPlaces;
import io.qarion.app.designer.dialog.Questions;
import io.qarion.app.designer.dialog.RunningDialog;
import io.qarion.app.designer.dialog.UnsavedDialog;
import io.qarion.core.plugin.Plugins;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** The designer as JavaFX starts it. Its only parameter is the folder of a project. */
public final class DesignerApplication extends Application {

  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;

  /** Kept, since a logger that nobody holds forgets its level. */
  private static final Logger START = Logger.getLogger("javafx");

  private Optional<AppContext> context = Optional.empty();

  /** Shows the window and returns when it is closed. */
  public static void open(Optional<Path> project) {
    // JavaFX warns of the class path, which is how this program is meant to be started.
    START.setLevel(Level.SEVERE);
    launch(
        DesignerApplication.class,
        project.map(folder -> new String[] {folder.toString()}).orElseGet(() -> new String[0]));
  }

  @Override
  public void start(Stage stage) {
    START.setLevel(Level.WARNING);
    var started =
        new AppContext(
            Plugins.load(),
            Locale.getDefault(),
            UserPlaces.standard(),
            new Desktop(
                title -> choose(stage, title),
                new FlowFileChooser(stage),
                title -> chooseData(stage, title),
                folder -> getHostServices().showDocument(folder.toUri().toString()),
                (theme, messages) ->
                    new Questions(
                        new RunningDialog(stage, theme, messages),
                        new UnsavedDialog(stage, theme, messages))));
    context = Optional.of(started);
    // Before there is anything to see, so that both go on side by side.
    List<String> parameters = getParameters().getRaw();
    if (!parameters.isEmpty()) {
      started.session().open(Path.of(parameters.getFirst()));
    }
    Scene scene = started.shell().scene(WIDTH, HEIGHT);
    stage.setTitle(started.messages().get("application.name"));
    stage.setScene(scene);
    stage.setOnCloseRequest(event -> {
      if (!started.guard().mayClose(stage::close)) {
        event.consume();
      }
    });
    stage.show();
    Optional.ofNullable(System.getProperty(StartReport.PROPERTY))
        .ifPresent(asked -> new StartReport(scene, asked, stage::close).start());
  }

  @Override
  public void stop() {
    context.ifPresent(started -> started.session().close());
  }

  private static Optional<Path> choose(Stage stage, String title) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showDialog(stage)).map(folder -> folder.toPath());
  }

  private static List<Path> chooseData(Stage stage, String title) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showOpenMultipleDialog(stage)).stream()
        .flatMap(List::stream)
        .map(File::toPath)
        .toList();
  }
}
