package io.qarion.app.designer.control;

import io.qarion.core.problem.Severity;
import java.util.Locale;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows by form and colour how much a problem matters. */
public final class SeveritySign extends FontIcon {

  /** Shows this one from now on. */
  public void show(Severity severity) {
    setIconLiteral(
        switch (severity) {
          case ERROR -> "fth-x-circle";
          case WARNING -> "fth-alert-triangle";
          case HINT -> "fth-info";
        });
    getStyleClass()
        .setAll("ikonli-font-icon", "severity-sign", severity.name().toLowerCase(Locale.ROOT));
  }
}
