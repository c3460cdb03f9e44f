package io.qarion.core.quality;

import io.qarion.core.flow.Settings;
import java.util.List;

/**
 * A statement about data that should hold.
 *
 * @param path where it was written
 * @param type such as {@code completeness}
 */
public record QualityCheck(
    String path,
    String id,
    String name,
    String type,
    List<String> columns,
    CheckSeverity severity,
    Settings config,
    boolean enabled) {

  public QualityCheck {
    columns = List.copyOf(columns);
  }

  /** Reads one {@code [[checks]]} table. */
  public static QualityCheck from(Settings settings) {
    String id = settings.text("check_id", settings.path());
    return new QualityCheck(
        settings.path(),
        id,
        settings.text("check_name", id),
        settings.text("check_type", ""),
        settings.texts("columns"),
        CheckSeverity.parse(settings.text("severity", "error")),
        settings.table("config"),
        settings.flag("enabled", true));
  }

  /** Share of the rows that must pass, from 0 to 1. */
  public double threshold() {
    return config.number("threshold").map(Number::doubleValue).orElse(1.0);
  }
}
