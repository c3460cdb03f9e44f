package io.qarion.plugins.flows.scd2;

import io.qarion.core.flow.Flow;
import io.qarion.core.flow.Settings;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QuickFix;
import io.qarion.plugins.flows.common.SettingChecks;
import java.util.List;
import java.util.Optional;

/** The settings of a history of versions, with their defaults. */
final class Scd2Settings {

  static final String STRATEGY = "strategy";
  static final String CHECK_COLUMNS = "check_columns";
  static final String UPDATED_AT = "updated_at_column";
  static final String NULL_UPDATED_AT = "null_updated_at";
  static final String HARD_DELETES = "hard_deletes";
  static final String SNAPSHOT_TYPE = "snapshot_type";

  private static final String CODE = "scd2.settings";

  private final Flow flow;
  private final Settings settings;

  Scd2Settings(Flow flow) {
    this.flow = flow;
    this.settings = flow.properties();
  }

  /** What becomes of a key that is missing from a delivery. */
  enum HardDeletes {
    IGNORE,
    INVALIDATE,
    NEW_RECORD
  }

  static List<PropertyDeclaration> declarations() {
    return List.of(
        PropertyDeclaration.choice(
            STRATEGY,
            "Whether a version begins when a checked column differs, or when the source says so.",
            "check",
            "timestamp"),
        PropertyDeclaration.optional(
            CHECK_COLUMNS,
            Simple.COLUMNS,
            "all columns but the key",
            "A difference in one of these begins a version."),
        PropertyDeclaration.optional(
            UPDATED_AT,
            Simple.COLUMN,
            "",
            "Column with the time of a record's last change, for the strategy timestamp."),
        PropertyDeclaration.choice(
            NULL_UPDATED_AT,
            "What a record without that time means: a failure, or the time of the run.",
            "fail",
            "run_time"),
        PropertyDeclaration.choice(
            HARD_DELETES,
            "What becomes of a key that is missing: nothing, its version is closed, or a version"
                + " that says it is deleted follows.",
            "ignore",
            "invalidate",
            "new_record"),
        PropertyDeclaration.choice(
            SNAPSHOT_TYPE,
            "Whether a delivery is everything, or only some of the records.",
            "full",
            "partial"));
  }

  /** Columns compared, in the order of the input. */
  List<String> checked() {
    List<String> chosen = settings.texts(CHECK_COLUMNS);
    List<String> keys = flow.input().primaryKey();
    Optional<String> time = updatedAt();
    return flow.input().schema().names().stream()
        .filter(name ->
            chosen.isEmpty()
                ? !keys.contains(name) && time.filter(name::equals).isEmpty()
                : chosen.contains(name))
        .toList();
  }

  /** The column with the source's own time, where that decides. */
  Optional<String> updatedAt() {
    return settings.text(STRATEGY, "check").equals("timestamp")
        ? settings.text(UPDATED_AT).filter(flow.input().schema()::has)
        : Optional.empty();
  }

  boolean runTimeForNull() {
    return settings.text(NULL_UPDATED_AT, "fail").equals("run_time");
  }

  HardDeletes hardDeletes() {
    return switch (settings.text(HARD_DELETES, "ignore")) {
      case "invalidate" -> HardDeletes.INVALIDATE;
      case "new_record" -> HardDeletes.NEW_RECORD;
      default -> HardDeletes.IGNORE;
    };
  }

  /** Reports settings that contradict one another or the input. */
  void check(FlowContext context) {
    var checks = new SettingChecks(context, CODE);
    checks.columns(CHECK_COLUMNS);
    boolean byTime = settings.text(STRATEGY, "check").equals("timestamp");
    Optional<String> time = settings.text(UPDATED_AT);
    if (byTime && time.isEmpty()) {
      checks.report(
          STRATEGY,
          "The strategy timestamp needs a column with the time of the last change.",
          "Write updated_at_column = \"…\", or strategy = \"check\".");
    }
    if (byTime) {
      checks.columns(UPDATED_AT);
    }
    if (settings.text(SNAPSHOT_TYPE, "full").equals("partial")
        && hardDeletes() != HardDeletes.IGNORE) {
      context.report(
          Problem.error(
                  CODE,
                  Place.of("properties." + HARD_DELETES),
                  "In a partial delivery a missing key says nothing.",
                  "Write hard_deletes = \"ignore\", or snapshot_type = \"full\".")
              .with(
                  List.of(
                      new QuickFix.Replace(
                          "properties." + HARD_DELETES,
                          settings.text(HARD_DELETES, ""),
                          "ignore"))));
    }
  }
}
