package io.qarion.app.designer.dataset;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.problem.DatasetName;
import java.util.List;
import java.util.Map;

/** The datasets of a project, those that files declare and those that flows make. */
record KnownDatasets(Map<DatasetName, Dataset> all) {

  KnownDatasets {
    all = Map.copyOf(all);
  }

  List<String> names() {
    return all.keySet().stream().map(DatasetName::value).sorted().toList();
  }
}
