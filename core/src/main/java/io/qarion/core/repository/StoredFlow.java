package io.qarion.core.repository;

import io.qarion.core.flow.Flow;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Problem;
import io.qarion.core.toml.TomlDocument;
import java.util.List;

/**
 * A flow with the file it is written in.
 *
 * @param file relative to the project, with forward slashes
 * @param flow as far as the file could be read
 * @param problems of the file, each at its place
 */
public record StoredFlow(
    FlowId id, String file, Flow flow, TomlDocument document, List<Problem> problems) {

  public StoredFlow {
    problems = List.copyOf(problems);
  }

  /** Whether the file is of a newer format, so that it must not be changed. */
  public boolean isReadOnly() {
    return document.isOfNewerFormat();
  }

  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }

  StoredFlow withProblems(List<Problem> newProblems) {
    return new StoredFlow(id, file, flow, document, newProblems);
  }
}
