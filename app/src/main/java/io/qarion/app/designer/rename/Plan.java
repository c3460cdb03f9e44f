package io.qarion.app.designer.rename;

import io.qarion.core.edit.rename.Change;
import io.qarion.core.edit.rename.ProjectChange;
import io.qarion.core.edit.rename.ProjectTexts;
import io.qarion.core.toml.TomlDocument;
import java.util.List;
import java.util.Optional;

/**
 * What a new name or type would change.
 *
 * @param texts that it was found in
 * @param wish what it was found for; empty if nothing was asked
 * @param refusal why it can't be done, and what can; empty if it can
 */
record Plan(ProjectTexts texts, ProjectChange change, Optional<Wish> wish, String refusal) {

  static final Plan NONE =
      new Plan(
          new ProjectTexts(List.of(), List.of()),
          new ProjectChange(List.of(), List.of()),
          Optional.empty(),
          "");

  List<Change> changes() {
    return change.changes();
  }

  boolean isPossible() {
    return !change.documents().isEmpty();
  }

  /** What somebody should look at. */
  long toCheck() {
    return changes().stream().filter(Change::toCheck).count();
  }

  /** The text of a flow that the plan was made from. */
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
            change.documents().stream()
                .anyMatch(each -> each.fileName().equals(dataset.fileName())))
        .toList();
  }

  /** The files that declare datasets and change, as they will be; they are written at once. */
  List<TomlDocument> declaredAfter() {
    return change.documents().stream().filter(each -> before(each.fileName()).isEmpty()).toList();
  }
}
