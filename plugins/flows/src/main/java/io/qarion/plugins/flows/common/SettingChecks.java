package io.qarion.plugins.flows.common;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.flow.Flow;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.problem.NearestName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QuickFix;
import java.time.ZoneId;
import java.util.List;

/** Checks of settings that several types of flow have. */
public final class SettingChecks {

  private final FlowContext context;
  private final Flow flow;
  private final String code;

  /**
   * @param code of the problems
   */
  public SettingChecks(FlowContext context, String code) {
    this.context = context;
    this.flow = context.flow();
    this.code = code;
  }

  /** Reports names below a key that are no columns of the input. */
  public void columns(String key) {
    List<String> columns = flow.input().schema().names();
    for (String column : flow.properties().texts(key)) {
      if (!columns.contains(column)) {
        context.report(
            Problem.error(
                    code,
                    Place.of("properties." + key),
                    "'%s' is no input column.".formatted(column),
                    "Input columns: " + String.join(", ", columns) + ".")
                .with(QuickFix.replacements("properties." + key, column, columns)));
      }
    }
  }

  /** Reports a column that holds no time. */
  public void isTime(String key, Column column) {
    if (column.type() != PlainType.TIMESTAMP && column.type() != PlainType.DATE) {
      report(
          key,
          "'%s' is %s and no time.".formatted(column.name(), column.type().text()),
          "Declare it as timestamp or date in [input] columns.");
    }
  }

  /** Reports a column whose values can't be added up exactly. */
  public void isExact(String key, Column column) {
    if (column.type() != PlainType.INTEGER && !(column.type() instanceof DecimalType)) {
      report(
          key,
          "'%s' is %s; sums of amounts have to be exact."
              .formatted(column.name(), column.type().text()),
          "Declare it as decimal or integer in [input] columns.");
    }
  }

  /** Reports a time zone that nobody knows. */
  public void zone(String key) {
    flow.properties()
        .text(key)
        .filter(zone -> !ZoneId.getAvailableZoneIds().contains(zone))
        .ifPresent(zone ->
            report(
                key,
                "There is no time zone '%s'.".formatted(zone),
                NearestName.of(zone, ZoneId.getAvailableZoneIds())
                    .map(name -> "Did you mean '" + name + "'?")
                    .orElse("Write a region such as Europe/Lisbon, or UTC.")));
  }

  public void report(String key, String message, String fix) {
    context.report(Problem.error(code, Place.of("properties." + key), message, fix));
  }
}
