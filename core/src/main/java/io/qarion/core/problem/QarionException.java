package io.qarion.core.problem;

import java.util.List;
import java.util.stream.Collectors;

/** The one exception of the product: carries the problems that a user can act on. */
public final class QarionException extends RuntimeException {

  private final List<Problem> problems;

  public QarionException(List<Problem> problems) {
    super(textOf(problems));
    this.problems = List.copyOf(problems);
  }

  public QarionException(Problem problem) {
    this(List.of(problem));
  }

  public QarionException(Problem problem, Throwable cause) {
    super(problem.toString(), cause);
    this.problems = List.of(problem);
  }

  /** At least one, in the order found. */
  public List<Problem> problems() {
    return problems;
  }

  /** All problems, a line each. */
  public String text() {
    return textOf(problems);
  }

  /** The problems where they did not keep the work from its end. */
  public List<Problem> asWarnings() {
    return problems.stream()
        .map(each -> Problem.warning(each.code(), each.place(), each.message(), each.fix()))
        .toList();
  }

  /** Code of the first problem. */
  public String code() {
    return problems.getFirst().code();
  }

  private static String textOf(List<Problem> problems) {
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("an exception needs at least one problem");
    }
    return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }
}
