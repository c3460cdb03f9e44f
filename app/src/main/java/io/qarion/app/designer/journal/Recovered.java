package io.qarion.app.designer.journal;

import io.qarion.core.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What the journals know of a flow when it is opened.
 *
 * @param history to go on with; its text may differ from the file's
 * @param setAside edits that need an answer, oldest first
 * @param problems why something could not be recovered
 */
public record Recovered(
    Optional<EditHistory> history, List<SetAside> setAside, List<Problem> problems) {

  public Recovered {
    setAside = List.copyOf(setAside);
    problems = List.copyOf(problems);
  }
}
