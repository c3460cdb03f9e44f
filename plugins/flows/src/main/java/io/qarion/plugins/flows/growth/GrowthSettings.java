package io.qarion.plugins.flows.growth;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.Names;
import io.qarion.core.flow.Flow;
import io.qarion.core.flow.Settings;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.problem.NearestName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QuickFix;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The settings of an account of growth, with their defaults. */
final class GrowthSettings {

  static final String ENTITY = "entity_column";
  static final String TIME = "timestamp_column";
  static final String PERIOD = "period";
  static final String ZONE = "period_zone";
  static final String WEEK_START = "week_start";
  static final String VALUE = "value_column";

  private static final String CODE = "growth_accounting.settings";

  private final Flow flow;
  private final Settings settings;

  GrowthSettings(Flow flow) {
    this.flow = flow;
    this.settings = flow.properties();
  }

  static List<PropertyDeclaration> declarations() {
    return List.of(
        PropertyDeclaration.required(ENTITY, Simple.COLUMN, "Who is counted, such as a customer."),
        PropertyDeclaration.required(TIME, Simple.COLUMN, "When somebody was active."),
        PropertyDeclaration.choice(
            PERIOD,
            "The span of time that is compared with the one before.",
            "month",
            "day",
            "week",
            "quarter",
            "year"),
        PropertyDeclaration.optional(
            ZONE, Simple.TEXT, "UTC", "The time zone whose days count, such as Europe/Lisbon."),
        PropertyDeclaration.choice(
            WEEK_START,
            "The day on which a week begins.",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday"),
        PropertyDeclaration.optional(
            VALUE, Simple.COLUMN, "", "An amount, such as revenue, that is accounted for too."));
  }

  Optional<Column> entity() {
    return settings.text(ENTITY).flatMap(flow.input().schema()::find);
  }

  Optional<Column> time() {
    return settings.text(TIME).flatMap(flow.input().schema()::find);
  }

  Optional<Column> value() {
    return settings.text(VALUE).flatMap(flow.input().schema()::find);
  }

  String period() {
    return settings.text(PERIOD, "month");
  }

  /** An expression for the first day of the period that a time falls into. */
  String periodOf(Column time) {
    String name = Names.quoted(time.name());
    String zone = settings.text(ZONE, "UTC");
    String day =
        time.type() == PlainType.DATE
            ? name
            : "to_date("
                + (zone.equals("UTC") ? name : "to_zone(" + name + ", '" + zone + "')")
                + ")";
    int shift = period().equals("week") ? weekStart().getValue() - 1 : 0;
    String trunc = "date_trunc('" + period() + "', %s)";
    return shift == 0
        ? trunc.formatted(day)
        : "date_add('day', %d, %s)"
            .formatted(shift, trunc.formatted("date_add('day', -%d, %s)".formatted(shift, day)));
  }

  private DayOfWeek weekStart() {
    return DayOfWeek.valueOf(settings.text(WEEK_START, "monday").toUpperCase(Locale.ROOT));
  }

  void check(FlowContext context) {
    List<String> columns = flow.input().schema().names();
    for (String key : List.of(ENTITY, TIME, VALUE)) {
      settings
          .text(key)
          .filter(column -> !columns.contains(column))
          .ifPresent(column ->
              context.report(
                  Problem.error(
                          CODE,
                          Place.of("properties." + key),
                          "'%s' is no input column.".formatted(column),
                          "Input columns: " + String.join(", ", columns) + ".")
                      .with(QuickFix.replacements("properties." + key, column, columns))));
    }
    checkTypes(context);
    settings
        .text(ZONE)
        .filter(zone -> !ZoneId.getAvailableZoneIds().contains(zone))
        .ifPresent(zone ->
            report(
                context,
                ZONE,
                "There is no time zone '%s'.".formatted(zone),
                NearestName.of(zone, ZoneId.getAvailableZoneIds())
                    .map(name -> "Did you mean '" + name + "'?")
                    .orElse("Write a region such as Europe/Lisbon, or UTC.")));
  }

  private void checkTypes(FlowContext context) {
    entity()
        .map(Column::name)
        .filter(GrowthDatasets.OWN::contains)
        .ifPresent(name ->
            report(
                context,
                ENTITY,
                "'%s' is a column that the flow itself makes.".formatted(name),
                "Give the input column another name."));
    time()
        .filter(column -> column.type() != PlainType.TIMESTAMP && column.type() != PlainType.DATE)
        .ifPresent(column ->
            report(
                context,
                TIME,
                "'%s' is %s and no time.".formatted(column.name(), column.type().text()),
                "Declare it as timestamp or date in [input] columns."));
    value()
        .filter(
            column -> column.type() != PlainType.INTEGER && !(column.type() instanceof DecimalType))
        .ifPresent(column ->
            report(
                context,
                VALUE,
                "'%s' is %s; sums of amounts have to be exact."
                    .formatted(column.name(), column.type().text()),
                "Declare it as decimal or integer in [input] columns."));
  }

  private static void report(FlowContext context, String key, String message, String fix) {
    context.report(Problem.error(CODE, Place.of("properties." + key), message, fix));
  }
}
