package io.qarion.app.designer.importing;

import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.util.List;
import java.util.Optional;

/**
 * Something that is found out beside the window.
 *
 * @param <T> what is found
 */
sealed interface Part<T> {

  /** It is looked for; what was found before is still there, and is old. */
  record Waiting<T>(Optional<T> before) implements Part<T> {}

  /** It was found. */
  record Found<T>(T value) implements Part<T> {}

  /** It can't be had. */
  record Failed<T>(List<Problem> problems) implements Part<T> {

    public Failed {
      problems = List.copyOf(problems);
    }

    static <T> Failed<T> of(QarionException cause) {
      return new Failed<>(cause.problems());
    }
  }

  /** What there is, old or not. */
  default Optional<T> known() {
    return switch (this) {
      case Waiting<T>(Optional<T> before) -> before;
      case Found<T>(T value) -> Optional.of(value);
      case Failed<T> _ -> Optional.empty();
    };
  }
}
