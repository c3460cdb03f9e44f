package io.qarion.app.designer.form;

import io.qarion.core.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/** Finds the fields that problems speak of. */
public final class FieldProblems {

  private final List<Problem> problems;

  public FieldProblems(List<Problem> problems) {
    this.problems = List.copyOf(problems);
  }

  /** The field with what is wrong said beside it. */
  public Field shown(Field field) {
    return field.withProblem(of(field));
  }

  /** The first problem of a setting or of something inside it; empty if there is none. */
  private String of(Field field) {
    if (field.kind().isNew()) {
      return "";
    }
    List<String> paths =
        Stream.concat(Stream.of(field.path()), field.shared().others().stream())
            .map(path -> unquoted(path.toString()))
            .toList();
    return problems.stream()
        .filter(problem -> paths.stream().anyMatch(problem.place()::isWithin))
        .findFirst()
        .map(problem -> (problem.message() + " " + problem.fix()).strip())
        .orElse("");
  }

  /** Paths of texts quote awkward names, places of problems do not. */
  private static String unquoted(String path) {
    return path.replace("\"", "");
  }
}
