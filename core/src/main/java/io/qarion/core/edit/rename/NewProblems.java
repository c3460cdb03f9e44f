package io.qarion.core.edit.rename;

import io.qarion.core.problem.Problem;
import io.qarion.core.problem.Severity;
import java.util.ArrayList;
import java.util.List;

/** What checks find in changed texts and did not find before. */
final class NewProblems {

  /** Numbers of steps and lines may have moved, so they don't tell one problem from another. */
  private record Told(String file, String code, String message) {

    static Told of(Problem problem) {
      return new Told(problem.place().file(), problem.code(), problem.message());
    }
  }

  private NewProblems() {}

  static List<Change> of(List<Problem> before, List<Problem> after) {
    List<Told> old = new ArrayList<>(before.stream().map(Told::of).toList());
    var found = new ArrayList<Change>();
    for (Problem problem : after) {
      if (!old.remove(Told.of(problem)) && problem.severity() != Severity.HINT) {
        found.add(
            Change.look(
                problem.place().file(),
                problem.place().element(),
                (problem.message() + " " + problem.fix()).strip()));
      }
    }
    return found;
  }
}
