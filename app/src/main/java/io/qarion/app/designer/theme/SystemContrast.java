package io.qarion.app.designer.theme;

import java.util.Locale;
import java.util.Map;

/** Whether the user has asked the system for high contrast, which each system says its own way. */
final class SystemContrast {

  private static final String WINDOWS = "Windows.SPI.HighContrast";
  private static final String GTK = "GTK.theme_name";

  private SystemContrast() {}

  /**
   * Whether high contrast is asked for.
   *
   * @param preferences of the platform, by the keys of JavaFX
   */
  static boolean isAskedFor(Map<String, ?> preferences) {
    return Boolean.TRUE.equals(preferences.get(WINDOWS))
        || (preferences.get(GTK) instanceof String theme
            && theme.toLowerCase(Locale.ROOT).replace("-", "").contains("highcontrast"));
  }
}
