package io.qarion.app.designer.rename;

import io.qarion.core.edit.rename.Change;
import io.qarion.core.edit.rename.ProjectTexts;
import io.qarion.core.edit.rename.Renaming;
import io.qarion.core.toml.TomlDocument;
import java.util.List;
import java.util.Optional;

/**
 * What a new name would change.
 *
 * @param texts that it was found in
 * @param refusal why it can't be done, and what can; empty if it can
 */
record Plan(ProjectTexts texts, Renaming renaming, String from, String to, String refusal) {

  static final Plan NONE =
      new Plan(
          new ProjectTexts(List.of(), List.of()), new Renaming(List.of(), List.of()), "", "", "");

  List<Change> changes() {
    return renaming.changes();
  }

  boolean isPossible() {
    return !renaming.documents().isEmpty();
  }

  /** The text of a file that the plan was made from. */
  Optional<String> before(String file) {
    return texts.flows().stream()
        .filter(flow -> flow.fileName().equals(file))
        .findFirst()
        .map(flow -> flow.text());
  }

  /** The files that declare datasets and change, as they were. */
  List<TomlDocument> declaredBefore() {
    return texts.datasets().stream()
        .filter(dataset ->
            renaming.documents().stream()
                .anyMatch(each -> each.fileName().equals(dataset.fileName())))
        .toList();
  }

  /** Whether files change that declare datasets, which are written at once. */
  boolean writesDatasets() {
    return renaming.documents().stream().anyMatch(each -> before(each.fileName()).isEmpty());
  }
}
