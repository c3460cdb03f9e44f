package io.qarion.app.designer;

import io.qarion.core.plugin.Plugins;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;

/** The designer as JavaFX starts it. Its only parameter is the folder of a project. */
public final class DesignerApplication extends Application {

  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private Optional<AppContext> context = Optional.empty();

  @Override
  public void start(Stage stage) {
    var started = new AppContext(Plugins.load(), Locale.getDefault());
    context = Optional.of(started);
    stage.setTitle(started.messages().get("application.name"));
    stage.setScene(started.shell().scene(WIDTH, HEIGHT));
    stage.show();
    List<String> parameters = getParameters().getRaw();
    if (!parameters.isEmpty()) {
      started.session().open(Path.of(parameters.getFirst()));
    }
  }

  @Override
  public void stop() {
    context.ifPresent(started -> started.session().close());
  }
}
