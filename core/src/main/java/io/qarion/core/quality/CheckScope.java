package io.qarion.core.quality;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Problem;
import io.qarion.core.transform.Query;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * What checks can see beside the rows they look at, and where they report what is wrong.
 *
 * @param datasets all that can be referred to
 * @param parameters types of the values of {@code :name}
 * @param describe finds the columns of a query in an engine's own SQL, told where it was written
 */
public record CheckScope(
    Map<DatasetName, Dataset> datasets,
    Map<String, DataType> parameters,
    BiFunction<Query, String, Optional<Schema>> describe,
    Consumer<Problem> problems) {

  public CheckScope {
    datasets = Map.copyOf(datasets);
    parameters = Map.copyOf(parameters);
  }

  /** The same where everything has been reported already. */
  public CheckScope silent() {
    return new CheckScope(datasets, parameters, describe, _ -> {});
  }
}
