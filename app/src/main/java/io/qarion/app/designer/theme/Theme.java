package io.qarion.app.designer.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** The looks of the program: light, dark, or as the system says; switches while it runs. */
public final class Theme {

  private static final List<String> FONTS =
      List.of(
          "Inter-Regular.otf",
          "Inter-Medium.otf",
          "Inter-SemiBold.otf",
          "JetBrainsMono-Regular.ttf");
  private static final List<String> SHEETS =
      List.of(
          "bridge.css",
          "designer.css",
          "canvas.css",
          "panels.css",
          "explorer.css",
          "text.css",
          "preview.css",
          "profile.css",
          "notice.css");
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private static final double SIZE = 13;

  private final BooleanProperty dark = new SimpleBooleanProperty();
  private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);

  /** Which looks the user wants. */
  public enum Choice {
    SYSTEM,
    LIGHT,
    DARK
  }

  /** Loads the fonts and follows the choice and the system from now on. */
  public void install() {
    FONTS.forEach(font -> Font.loadFont(resource("fonts/" + font), SIZE));
    choice.subscribe(_ -> apply());
    Platform.getPreferences().colorSchemeProperty().subscribe(_ -> apply());
  }

  public ObjectProperty<Choice> choice() {
    return choice;
  }

  /** Gives a scene the looks; also those of dialogs and popups with scenes of their own. */
  public void dress(Scene scene) {
    dressOnce(scene);
    dark.subscribe(is -> scene.getRoot().pseudoClassStateChanged(DARK, is));
  }

  /** Gives a scene that nobody keeps the looks of this moment. */
  public void dressOnce(Scene scene) {
    scene.getStylesheets().setAll(SHEETS.stream().map(Theme::resource).toList());
    scene.getRoot().pseudoClassStateChanged(DARK, dark.get());
  }

  private void apply() {
    dark.set(isDark());
    Application.setUserAgentStylesheet(
        isDark()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  private boolean isDark() {
    return switch (choice.get()) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  private static String resource(String name) {
    return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
  }
}
