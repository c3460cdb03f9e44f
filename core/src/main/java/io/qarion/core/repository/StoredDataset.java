package io.qarion.core.repository;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Problem;
import io.qarion.core.toml.TomlDocument;
import java.util.List;

/**
 * A dataset definition with the file it is written in.
 *
 * @param file relative to the project, with forward slashes
 * @param dataset as far as the file could be read
 * @param problems of the file, each at its place
 */
public record StoredDataset(
    DatasetName name, String file, Dataset dataset, TomlDocument document, List<Problem> problems) {

  public StoredDataset {
    problems = List.copyOf(problems);
  }

  /** Whether the file is of a newer format, so that it must not be changed. */
  public boolean isReadOnly() {
    return document.isOfNewerFormat();
  }

  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }

  StoredDataset withProblems(List<Problem> newProblems) {
    return new StoredDataset(name, file, dataset, document, newProblems);
  }
}
