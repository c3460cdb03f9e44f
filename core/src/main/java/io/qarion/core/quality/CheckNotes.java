package io.qarion.core.quality;

import io.qarion.core.flow.Settings;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QuickFix;
import java.util.List;
import java.util.function.Consumer;

/** Says what is wrong with one check, at the place of the setting. */
final class CheckNotes {

  static final String CODE = "check.settings";

  private final String path;
  private final Consumer<Problem> problems;

  CheckNotes(Settings table, Consumer<Problem> problems) {
    this(table.path(), problems);
  }

  CheckNotes(String path, Consumer<Problem> problems) {
    this.path = path;
    this.problems = problems;
  }

  String path(String key) {
    return path + "." + key;
  }

  /** Reports a setting, by its key below the check. */
  void report(String key, String message, String fix) {
    report(key, message, fix, List.of());
  }

  void report(String key, String message, String fix, List<? extends QuickFix> fixes) {
    problems.accept(
        Problem.error(CODE, Place.of(path(key)), message, fix).with(List.copyOf(fixes)));
  }

  /** Reports what was found out about rules that were made of a setting. */
  void report(String key, Problem found) {
    problems.accept(
        Problem.error(
            found.code(),
            new Place("", 0, found.place().column(), path(key)),
            found.message(),
            found.fix()));
  }
}
