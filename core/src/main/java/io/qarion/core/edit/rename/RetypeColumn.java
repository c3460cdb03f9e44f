package io.qarion.core.edit.rename;

import io.qarion.core.dataset.DataType;
import io.qarion.core.edit.rename.ProjectCheck.Checked;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives a column another type where its texts say it, and follows it through all flows: what is
 * certain changes too, and what becomes wrong or different is told.
 *
 * @param check is asked what becomes of the texts
 */
public record RetypeColumn(ProjectTexts texts, Known known, ProjectCheck check) {

  /**
   * Changes the type of the column as it leaves a task. Takes time.
   *
   * @param file of the task's flow
   * @throws QarionException if it can't be done, with what can be done instead
   */
  public ProjectChange of(String file, TaskId task, String column, DataType type) {
    Map<String, TextChanges> all = TextChanges.of(texts);
    Step step = Step.of(all, file, task);
    new TypeSource(all, known).write(step, column, type);
    return follow(all, file);
  }

  /**
   * Changes the type of a column that a flow declares for the rows that it takes in. Takes time.
   *
   * @param file of the flow
   * @throws QarionException if it declares no such column
   */
  public ProjectChange ofInput(String file, String column, DataType type) {
    Map<String, TextChanges> all = TextChanges.of(texts);
    new TypeSource(all, known).writeInput(file, column, type);
    return follow(all, file);
  }

  private ProjectChange follow(Map<String, TextChanges> all, String file) {
    Set<String> reached = Reach.from(file, texts);
    Checked before = check.check(texts, reached);
    Checked then = check.check(now(all), reached);
    var spread = new TypeSpread(all, known.with(before.schemas()), known.with(then.schemas()));
    boolean more = spread.write();
    Checked after = more ? check.check(now(all), reached) : then;
    ProjectChange edits = TextChanges.projectChange(all.values());
    var changes = new ArrayList<>(edits.changes());
    changes.addAll(NewProblems.of(before.problems(), after.problems()));
    changes.addAll(spread.toLookAt());
    changes.addAll(spread.consequences());
    return new ProjectChange(changes, edits.documents());
  }

  private ProjectTexts now(Map<String, TextChanges> all) {
    List<TomlDocument> documents = all.values().stream().map(TextChanges::document).toList();
    return texts.with(documents);
  }

  static QarionException refused(String file, String place, String message, String fix) {
    return new QarionException(
        Problem.error("retype.refused", Place.of(place).withFile(file), message, fix));
  }
}
