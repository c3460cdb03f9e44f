package io.qarion.plugins.flows.growth;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.Names;
import io.qarion.core.flow.Flow;
import io.qarion.core.flow.Settings;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.plugins.flows.common.SettingChecks;
import java.time.DayOfWeek;
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

  /** Reports settings that contradict the input. */
  void check(FlowContext context) {
    var checks = new SettingChecks(context, "growth_accounting.settings");
    List.of(ENTITY, TIME, VALUE).forEach(checks::columns);
    entity()
        .map(Column::name)
        .filter(GrowthDatasets.OWN::contains)
        .ifPresent(name ->
            checks.report(
                ENTITY,
                "'%s' is a column that the flow itself makes.".formatted(name),
                "Give the input column another name."));
    time().ifPresent(column -> checks.isTime(TIME, column));
    value().ifPresent(column -> checks.isExact(VALUE, column));
    checks.zone(ZONE);
  }
}
