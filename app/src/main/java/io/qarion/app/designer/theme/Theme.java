package io.qarion.app.designer.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

  /** Its text stays: the canvas has a zoom of its own, and its cards have one size. */
  private static final String CANVAS = "canvas.css";

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
          CANVAS,
          "panels.css",
          "explorer.css",
          "newflow.css",
          "importing.css",
          "dataset.css",
          "rename.css",
          "palette.css",
          "text.css",
          "preview.css",
          "profile.css",
          "join.css",
          "formula.css",
          "lineage.css",
          "notice.css",
          "contrast.css");

  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private static final PseudoClass CONTRAST = PseudoClass.getPseudoClass("contrast");
  private static final double SIZE = 13;

  private final BooleanProperty dark = new SimpleBooleanProperty();
  private final BooleanProperty contrast = new SimpleBooleanProperty();
  private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
  private final ObjectProperty<TextSize> textSize = new SimpleObjectProperty<>(TextSize.NORMAL);

  /** Which looks the user wants. */
  public enum Choice {
    SYSTEM,
    LIGHT,
    DARK,
    /** As dark, with as much contrast as can be. */
    CONTRAST;

    /** The one of this name; empty if there is none. */
    public static Optional<Choice> parse(String text) {
      return Arrays.stream(values()).filter(choice -> choice.name().equals(text)).findFirst();
    }
  }

  /** Loads the fonts and follows the choice and the system from now on. */
  public void install() {
    FONTS.forEach(font -> Font.loadFont(resource("fonts/" + font).toExternalForm(), SIZE));
    choice.subscribe(_ -> apply());
    Platform.getPreferences().subscribe(this::apply);
  }

  public ObjectProperty<Choice> choice() {
    return choice;
  }

  public ObjectProperty<TextSize> textSize() {
    return textSize;
  }

  /** Gives a scene the looks; also those of dialogs and popups with scenes of their own. */
  public void dress(Scene scene) {
    textSize.subscribe(size -> scene.getStylesheets().setAll(sheets(size)));
    dark.subscribe(is -> scene.getRoot().pseudoClassStateChanged(DARK, is));
    contrast.subscribe(is -> scene.getRoot().pseudoClassStateChanged(CONTRAST, is));
  }

  /** Gives a scene that nobody keeps the looks of this moment, in the size they were drawn for. */
  public void dressOnce(Scene scene) {
    scene.getStylesheets().setAll(sheets(TextSize.NORMAL));
    scene.getRoot().pseudoClassStateChanged(DARK, dark.get());
    scene.getRoot().pseudoClassStateChanged(CONTRAST, contrast.get());
  }

  private void apply() {
    contrast.set(isContrast());
    dark.set(isDark());
    Application.setUserAgentStylesheet(
        isDark()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  private boolean isContrast() {
    return switch (choice.get()) {
      case LIGHT, DARK -> false;
      case CONTRAST -> true;
      case SYSTEM -> SystemContrast.isAskedFor(Platform.getPreferences());
    };
  }

  private boolean isDark() {
    return switch (choice.get()) {
      case LIGHT -> false;
      case DARK, CONTRAST -> true;
      case SYSTEM -> isContrast() || Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  private static List<String> sheets(TextSize size) {
    return SHEETS.stream()
        .map(sheet ->
            StyleSheet.address(resource(sheet), sheet.equals(CANVAS) ? TextSize.NORMAL : size))
        .toList();
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(Theme.class.getResource(name), name);
  }
}
