package io.qarion.core.transform;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.Severity;

/**
 * Rows that should not be there when a step begins. With severity {@link Severity#ERROR} the step
 * fails before it writes anything; otherwise it goes on and says how many there are.
 *
 * @param unwanted gives the rows
 * @param message with {@code %,d} for their number
 */
public record RowExpectation(
    Query unwanted, Severity severity, String code, String element, String message, String fix) {

  /** What is said of this many rows. */
  public Problem problem(long rows) {
    String text = message.formatted(rows);
    Place place = Place.of(element);
    return switch (severity) {
      case ERROR -> Problem.error(code, place, text, fix);
      case WARNING -> Problem.warning(code, place, text, fix);
      case HINT -> Problem.hint(code, place, text, fix);
    };
  }
}
