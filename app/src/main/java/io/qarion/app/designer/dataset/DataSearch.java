package io.qarion.app.designer.dataset;

import io.qarion.app.designer.session.OpenProject;
import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.flow.Task;
import io.qarion.core.plugin.LoadTable;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.run.FileReading;
import io.qarion.core.run.FileStudies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the data of a dataset: the files that steps load into it, and its table. It takes time.
 *
 * @param flows all of the project, as they are edited
 */
record DataSearch(OpenProject project, Plugins plugins, List<StoredFlow> flows, Dataset dataset) {

  /** Files first. */
  List<DataFound> find(Cancellation cancellation) {
    var found = new ArrayList<DataFound>();
    List<LoadTable> loads = flows.stream().flatMap(flow -> loads(flow).stream()).toList();
    if (!loads.isEmpty()) {
      try (FileStudies studies = project.studies()) {
        loads.forEach(load -> found.add(ofFile(studies, load, cancellation)));
      }
    }
    project
        .table(dataset.physicalName())
        .ifPresent(columns -> found.add(new DataFound("", visible(columns), "")));
    return found;
  }

  private List<LoadTable> loads(StoredFlow flow) {
    return flow.flow().tasks().stream()
        .filter(task -> task.target().filter(dataset.name()::equals).isPresent())
        .flatMap(task -> load(flow, task).stream())
        .toList();
  }

  private Optional<LoadTable> load(StoredFlow flow, Task task) {
    return LoadTable.of(
        plugins, flow.flow(), flow.file(), Optional.of(task.id()), project.datasets());
  }

  private static DataFound ofFile(FileStudies studies, LoadTable load, Cancellation cancellation) {
    try {
      String file = studies.files(load.settings()).getFirst();
      var reading = new FileReading(file, load.settings(), Optional.empty());
      return new DataFound(file, visible(studies.detected(reading, cancellation)), "");
    } catch (QarionException e) {
      return new DataFound(
          load.settings().sourcePath(), Schema.EMPTY, e.problems().getFirst().message());
    }
  }

  private static Schema visible(Schema columns) {
    return new Schema(
        columns.columns().stream()
            .filter(column -> !TechnicalColumns.isReserved(column.name()))
            .map(Column::optional)
            .toList());
  }
}
