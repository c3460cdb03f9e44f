package io.qarion.core.quality;

import io.qarion.core.flow.Settings;
import io.qarion.core.problem.NearestName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QuickFix;
import io.qarion.core.problem.UnknownKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads checks as they are written in files; one that makes no sense is reported and left out. */
public final class CheckReader {

  private static final List<String> KEYS =
      List.of("check_id", "check_name", "check_type", "columns", "severity", "config", "enabled");

  private final Consumer<Problem> problems;

  private CheckReader(Consumer<Problem> problems) {
    this.problems = problems;
  }

  /** The checks of one suite; two of the same id are reported. */
  public static List<QualityCheck> read(List<Settings> tables, Consumer<Problem> problems) {
    var reader = new CheckReader(problems);
    var checks = new ArrayList<QualityCheck>();
    var ids = new HashSet<String>();
    for (Settings table : tables) {
      Optional<QualityCheck> check = reader.read(table);
      if (check.isPresent() && !ids.add(check.get().id())) {
        new CheckNotes(table, problems)
            .report(
                "check_id",
                "Two checks are named '%s'.".formatted(check.get().id()),
                "Give one of them another check_id.");
      }
      check.ifPresent(checks::add);
    }
    return checks;
  }

  private Optional<QualityCheck> read(Settings table) {
    var notes = new CheckNotes(table, problems);
    reportUnknown(table, KEYS);
    String word = table.text("check_type", "");
    Optional<CheckType> type = CheckType.parse(word);
    if (type.isEmpty()) {
      notes.report(
          "check_type",
          word.isEmpty()
              ? "The check has no check_type."
              : "There is no check '%s'.".formatted(word),
          NearestName.hint(word, CheckType.words(), "checks"),
          QuickFix.replacements(table.pathOf("check_type"), word, CheckType.words()));
      return Optional.empty();
    }
    Settings config = table.table("config");
    reportUnknown(config, type.get().keys());
    if (!type.get().isRowLevel() && config.has("threshold")) {
      notes.report(
          "config.threshold",
          "A %s check looks at all rows together, so no share of them can pass."
              .formatted(type.get().text()),
          "Take the threshold out.");
    }
    Optional<? extends CheckKind> kind =
        type.get().isRowLevel()
            ? new RowCheckReader(table, notes).read(type.get())
            : new SetCheckReader(table, notes).read(type.get());
    return kind.map(what -> check(table, type.get(), what, notes));
  }

  private static QualityCheck check(
      Settings table, CheckType type, CheckKind kind, CheckNotes notes) {
    String id = table.text("check_id").orElseGet(() -> derivedId(table, type));
    return new QualityCheck(
        table.path(),
        id,
        table.text("check_name", id),
        type,
        kind,
        severity(table, notes),
        threshold(table, notes),
        table.flag("enabled", true));
  }

  private static String derivedId(Settings table, CheckType type) {
    var parts = new ArrayList<>(List.of(type.text()));
    parts.addAll(table.texts("columns"));
    return String.join("_", parts);
  }

  private static CheckSeverity severity(Settings table, CheckNotes notes) {
    String word = table.text("severity", CheckSeverity.ERROR.text());
    Optional<CheckSeverity> severity = CheckSeverity.parse(word);
    if (severity.isEmpty()) {
      notes.report(
          "severity",
          "There is no severity '%s'.".formatted(word),
          NearestName.hint(word, CheckSeverity.words(), "severities"),
          QuickFix.replacements(table.pathOf("severity"), word, CheckSeverity.words()));
    }
    return severity.orElse(CheckSeverity.ERROR);
  }

  private static BigDecimal threshold(Settings table, CheckNotes notes) {
    BigDecimal threshold = table.table("config").number("threshold").orElse(BigDecimal.ONE);
    if (threshold.signum() < 0 || threshold.compareTo(BigDecimal.ONE) > 0) {
      notes.report(
          "config.threshold",
          "A threshold is a share from 0 to 1, not %s.".formatted(threshold.toPlainString()),
          "Write 0.99 if 99 of 100 rows have to pass.");
    }
    return threshold;
  }

  private void reportUnknown(Settings table, List<String> known) {
    for (String key : table.keys()) {
      if (!known.contains(key)) {
        problems.accept(
            Problem.hint(
                    "setting.unknown",
                    Place.of(table.pathOf(key)),
                    "Nothing is known of the setting '%s' here; it is kept and ignored."
                        .formatted(key),
                    NearestName.of(key, known).map("Did you mean '%s'?"::formatted).orElse(""))
                .with(UnknownKey.fixes(table.pathOf(key), key, known, table.keys())));
      }
    }
  }
}
