package io.qarion.core.check;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.plugin.DatasetCatalog;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** No two datasets have one table, and none has a table of the program. */
public final class PhysicalNames {

  private PhysicalNames() {}

  /**
   * What is wrong with the tables of some datasets.
   *
   * @param made those of one flow
   * @param others those of the rest of the project
   */
  public static List<Problem> check(List<Dataset> made, DatasetCatalog others) {
    var problems = new ArrayList<Problem>();
    Map<String, Dataset> tables = new LinkedHashMap<>();
    others.datasets().values().forEach(dataset -> tables.put(key(dataset), dataset));
    for (Dataset dataset : made) {
      String table = dataset.physicalName();
      if (key(dataset).startsWith("xt_")) {
        problems.add(
            problem(
                "Dataset '%s' would have the table '%s'; such names are kept for the program."
                    .formatted(dataset.name(), table)));
      }
      Dataset other = tables.put(key(dataset), dataset);
      if (other != null && !other.name().equals(dataset.name())) {
        problems.add(
            problem(
                "Datasets '%s' and '%s' would share the table '%s'."
                    .formatted(other.name(), dataset.name(), table)));
      }
    }
    return problems;
  }

  /** Engines do not tell tables apart by case. */
  private static String key(Dataset dataset) {
    return dataset.physicalName().toLowerCase(Locale.ROOT);
  }

  private static Problem problem(String message) {
    return Problem.error(
        "dataset.physical_name",
        Place.of("namespace"),
        message,
        "Give one of them another name or namespace.");
  }
}
