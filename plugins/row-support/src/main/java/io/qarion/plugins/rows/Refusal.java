package io.qarion.plugins.rows;

import io.qarion.core.dataset.DataType;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;

/** What a function says of values it has no result for. */
final class Refusal {

  private Refusal() {}

  static QarionException of(String message) {
    return new QarionException(
        Problem.error(
            "expression.value",
            Place.UNKNOWN,
            message,
            "Leave such rows out with a filter, or use a try_ function."));
  }

  static QarionException notOf(Object value, DataType type) {
    String text = value.toString();
    String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
    return of("'%s' is no %s.".formatted(shown, type.text()));
  }

  static QarionException overflow(DataType type) {
    return of("A result has no room in %s.".formatted(type.text()));
  }
}
