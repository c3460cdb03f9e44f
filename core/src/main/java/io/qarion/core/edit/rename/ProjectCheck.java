package io.qarion.core.edit.rename;

import io.qarion.core.dataset.Schema;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says what texts come to that nobody has saved, as the checks of a project do. */
@FunctionalInterface
public interface ProjectCheck {

  /**
   * Compiles flows. Takes time.
   *
   * @param files of the flows that are asked for
   */
  Checked check(ProjectTexts texts, Set<String> files);

  /**
   * What was found.
   *
   * @param schemas of the datasets that the flows make and files declare, without technical columns
   * @param problems each with its file
   */
  record Checked(Map<DatasetName, Schema> schemas, List<Problem> problems) {

    public Checked {
      schemas = Map.copyOf(schemas);
      problems = List.copyOf(problems);
    }
  }
}
