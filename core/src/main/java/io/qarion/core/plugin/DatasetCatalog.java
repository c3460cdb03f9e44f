package io.qarion.core.plugin;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.problem.DatasetName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The datasets of a project by name. */
public record DatasetCatalog(Map<DatasetName, Dataset> datasets) {

  public static final DatasetCatalog EMPTY = new DatasetCatalog(Map.of());

  public DatasetCatalog {
    datasets = Map.copyOf(datasets);
  }

  public Optional<Dataset> find(DatasetName name) {
    return Optional.ofNullable(datasets.get(name));
  }

  /** This with more datasets; one of the same name takes the place of the old. */
  public DatasetCatalog with(Collection<Dataset> more) {
    var all = new LinkedHashMap<>(datasets);
    more.forEach(dataset -> all.put(dataset.name(), dataset));
    return new DatasetCatalog(all);
  }
}
