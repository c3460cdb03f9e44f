package io.qarion.plugins.flows.sessions;

import io.qarion.core.dataset.Column;
import io.qarion.core.flow.Flow;
import io.qarion.core.flow.Settings;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.plugins.flows.common.SettingChecks;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The settings of a division of events into sessions, with their defaults. */
final class SessionSettings {

  static final String ENTITIES = "entity_columns";
  static final String TIME = "timestamp_column";
  static final String TIMEOUT = "timeout_minutes";
  static final String BOUNDARY = "boundary";
  static final String MIDNIGHT = "split_at_midnight";
  static final String SPLIT_ON = "split_on_column";
  static final String TIE_BREAKER = "tie_breaker_column";
  static final String NULL_ENTITY = "null_entity";

  private static final BigDecimal USUAL_TIMEOUT = BigDecimal.valueOf(30);
  private static final BigDecimal MICROSECONDS = BigDecimal.valueOf(60_000_000);

  private final Flow flow;
  private final Settings settings;

  SessionSettings(Flow flow) {
    this.flow = flow;
    this.settings = flow.properties();
  }

  static List<PropertyDeclaration> declarations() {
    return List.of(
        PropertyDeclaration.required(ENTITIES, Simple.COLUMNS, "Whose sessions are found."),
        PropertyDeclaration.required(TIME, Simple.COLUMN, "When an event happened."),
        PropertyDeclaration.optional(
            TIMEOUT,
            Simple.NUMBER,
            USUAL_TIMEOUT.toString(),
            "Minutes without an event after which a session is over."),
        PropertyDeclaration.choice(
            BOUNDARY,
            "Whether a pause of exactly that length still belongs to the session.",
            "gap_greater",
            "gap_greater_or_equal"),
        PropertyDeclaration.optional(
            MIDNIGHT,
            Simple.TEXT,
            "",
            "A time zone, such as Europe/Lisbon, at whose midnight sessions end."),
        PropertyDeclaration.optional(
            SPLIT_ON,
            Simple.COLUMN,
            "",
            "A column of which another value than the last known one begins a session."),
        PropertyDeclaration.optional(
            TIE_BREAKER,
            Simple.COLUMN,
            "the order of the input",
            "Which of several events at the same time comes first."),
        PropertyDeclaration.choice(
            NULL_ENTITY,
            "Whether events of nobody are left out, or kept as those of one more.",
            "drop",
            "keep"));
  }

  /** Columns that say whose event it is, in the order of the input. */
  List<String> entities() {
    List<String> chosen = settings.texts(ENTITIES);
    return flow.input().schema().names().stream().filter(chosen::contains).toList();
  }

  Optional<Column> time() {
    return settings.text(TIME).flatMap(flow.input().schema()::find);
  }

  Optional<String> splitOn() {
    return known(SPLIT_ON);
  }

  Optional<String> tieBreaker() {
    return known(TIE_BREAKER);
  }

  Optional<String> midnight() {
    return settings.text(MIDNIGHT).filter(zone -> ZoneId.getAvailableZoneIds().contains(zone));
  }

  boolean keepsNobody() {
    return settings.text(NULL_ENTITY, "drop").equals("keep");
  }

  /** A condition on the microseconds since the event before. */
  String isOver(String microseconds) {
    String sign = settings.text(BOUNDARY, "gap_greater").equals("gap_greater") ? " > " : " >= ";
    return microseconds + sign + timeout().multiply(MICROSECONDS).longValue();
  }

  private BigDecimal timeout() {
    return settings.number(TIMEOUT).orElse(USUAL_TIMEOUT);
  }

  private Optional<String> known(String key) {
    return settings.text(key).filter(flow.input().schema()::has);
  }

  /** Reports settings that contradict one another or the input. */
  void check(FlowContext context) {
    var checks = new SettingChecks(context, "sessionization.settings");
    List.of(ENTITIES, TIME, SPLIT_ON, TIE_BREAKER).forEach(checks::columns);
    time().ifPresent(column -> checks.isTime(TIME, column));
    if (timeout().signum() <= 0) {
      checks.report(TIMEOUT, "The timeout has to be above 0.", "Write timeout_minutes = 30.");
    }
    checks.zone(MIDNIGHT);
  }
}
