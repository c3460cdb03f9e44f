package io.qarion.app.designer.start;

import io.qarion.app.designer.transfer.FileChoice;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Asks for files of flows and of their pictures as the system does. */
final class FlowFileChooser implements FileChoice {

  private static final String TOML = "*.toml";
  private static final String ZIP = "*.zip";

  private final Stage stage;

  FlowFileChooser(Stage stage) {
    this.stage = stage;
  }

  @Override
  public Optional<Path> save(String title, String suggestedName) {
    FileChooser chooser = chooser(title);
    chooser.setInitialFileName(suggestedName);
    String ending = "*" + suggestedName.substring(Math.max(0, suggestedName.lastIndexOf('.')));
    chooser.getExtensionFilters().add(new ExtensionFilter(ending, ending));
    if (ending.equals(TOML)) {
      chooser.getExtensionFilters().add(new ExtensionFilter(ZIP, ZIP));
    }
    return path(chooser.showSaveDialog(stage));
  }

  @Override
  public Optional<Path> open(String title) {
    FileChooser chooser = chooser(title);
    chooser.getExtensionFilters().add(new ExtensionFilter(TOML + ", " + ZIP, TOML, ZIP));
    return path(chooser.showOpenDialog(stage));
  }

  private static FileChooser chooser(String title) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    return chooser;
  }

  private static Optional<Path> path(@Nullable File chosen) {
    return Optional.ofNullable(chosen).map(File::toPath);
  }
}
