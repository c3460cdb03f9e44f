package io.qarion.app.designer.rename;

import io.qarion.core.dataset.DataType;
import io.qarion.core.edit.rename.Known;
import io.qarion.core.edit.rename.ProjectChange;
import io.qarion.core.edit.rename.ProjectCheck;
import io.qarion.core.edit.rename.ProjectTexts;
import io.qarion.core.edit.rename.RenameColumn;
import io.qarion.core.edit.rename.RenameDataset;
import io.qarion.core.edit.rename.RenameTask;
import io.qarion.core.edit.rename.RenameVariable;
import io.qarion.core.edit.rename.RetypeColumn;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import java.util.List;
import java.util.Optional;

/**
 * What a user wants of a subject, with all that is needed to tell what comes of it.
 *
 * @param type another one than it has; empty to leave it
 */
record Wish(Subject subject, String name, Optional<DataType> type, Around around) {

  /**
   * The project as it is edited.
   *
   * @param file of the flow that has the subject
   */
  record Around(String file, ProjectTexts texts, Known known, ProjectCheck check) {}

  boolean renames() {
    return !name.equals(subject.name());
  }

  /** Whether anything would be another. */
  boolean isAny() {
    return !name.isBlank() && (renames() || type.isPresent());
  }

  /** What would change, or why it can't. Takes time. */
  Plan plan() {
    try {
      return new Plan(around.texts(), retyped(), Optional.of(this), "");
    } catch (QarionException e) {
      Problem problem = e.problems().getFirst();
      return new Plan(
          around.texts(),
          new ProjectChange(List.of(), List.of()),
          Optional.of(this),
          problem.message() + " " + problem.fix());
    }
  }

  /** The type changes first, in the texts that are then taken to the new name. */
  private ProjectChange retyped() {
    if (type.isEmpty()) {
      return renamed(around.texts());
    }
    var retyping = new RetypeColumn(around.texts(), around.known(), around.check());
    ProjectChange change =
        switch (subject) {
          case Subject.OfColumn(TaskId step, DataType _, String column) ->
              retyping.of(around.file(), step, column, type.get());
          case Subject.OfInput(DataType _, String column) ->
              retyping.ofInput(around.file(), column, type.get());
          case Subject.OfStep _, Subject.OfDataset _, Subject.OfVariable _ ->
              new ProjectChange(List.of(), List.of());
        };
    return renames() ? change.then(renamed(around.texts().with(change.documents()))) : change;
  }

  private ProjectChange renamed(ProjectTexts texts) {
    return switch (subject) {
      case Subject.OfStep(TaskId step) -> new RenameTask(flow(texts)).of(step, new TaskId(name));
      case Subject.OfDataset(DatasetName dataset) ->
          new RenameDataset(texts, around.known()).of(dataset, new DatasetName(name));
      case Subject.OfColumn(TaskId step, DataType _, String column) ->
          new RenameColumn(texts, around.known()).of(around.file(), step, column, name);
      case Subject.OfVariable(String variable) ->
          new RenameVariable(texts).of(around.file(), variable, name);
      case Subject.OfInput _ -> new ProjectChange(List.of(), List.of());
    };
  }

  private TomlDocument flow(ProjectTexts texts) {
    return texts.flows().stream()
        .filter(each -> each.fileName().equals(around.file()))
        .findFirst()
        .orElseThrow();
  }
}
