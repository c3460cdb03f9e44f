package io.qarion.core.run;

import io.qarion.core.engine.Batch;
import io.qarion.core.engine.LoadedFile;
import io.qarion.core.file.LoadPlanner;
import io.qarion.core.file.NaturalOrder;
import io.qarion.core.file.PlannedFile;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that batches were loaded from, found again. Identity is path and content, as it is when
 * new files are looked for: a file that has changed is another one, and loading it under the old
 * batch would change what that batch said.
 */
final class RecordedFiles {

  private final RunEnvironment environment;
  private final CompiledFlow flow;

  RecordedFiles(RunEnvironment environment, CompiledFlow flow) {
    this.environment = environment;
    this.flow = flow;
  }

  /**
   * The files of a batch for each ingestion, in the order in which they were loaded.
   *
   * @throws QarionException naming the batch, if one of them is gone or has changed
   */
  Map<TaskId, List<PlannedFile>> of(Batch batch) {
    Map<TaskId, List<PlannedFile>> files = new LinkedHashMap<>();
    flow.works()
        .forEach((step, work) -> {
          if (work instanceof StepWork.Load load) {
            files.put(step, of(batch, step, load));
          }
        });
    return files;
  }

  private List<PlannedFile> of(Batch batch, TaskId step, StepWork.Load load) {
    var planner = new LoadPlanner(environment.paths());
    var files = new ArrayList<PlannedFile>();
    for (LoadedFile old : environment.engine().ledger().files(flow.flow().id(), step)) {
      if (old.batchId() == batch.id()) {
        PlannedFile found =
            planner
                .again(old, load.settings())
                .orElseThrow(() -> refused(batch, load, old, "is gone"));
        if (!found.sha256().equals(old.sha256())) {
          throw refused(batch, load, old, "has changed since");
        }
        files.add(found);
      }
    }
    files.sort((a, b) -> NaturalOrder.INSTANCE.compare(a.shownName(), b.shownName()));
    return files;
  }

  private static QarionException refused(
      Batch batch, StepWork.Load load, LoadedFile file, String reason) {
    return new QarionException(
        Problem.error(
            "batch.file_gone",
            Place.of(load.settings().path() + ".source_path"),
            "Batch %d can't be loaded again: its file '%s' %s."
                .formatted(batch.id(), file.path(), reason),
            "Put the file back as it was. Nothing has been changed."));
  }
}
