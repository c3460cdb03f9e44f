package io.qarion.core.edit;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.quality.CheckDesign;
import io.qarion.core.quality.CheckReader;
import io.qarion.core.quality.CheckScope;
import io.qarion.core.quality.QualityCheck;
import io.qarion.core.toml.DatasetToml;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlValue;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The quality checks that stand in the file of a dataset. */
public final class DatasetChecks {

  /** Where they stand. */
  public static final TomlPath LIST = TomlPath.of("quality_checks");

  private static final String KIND = "check_type";

  private DatasetChecks() {}

  /** Adds a check that says nothing but its kind yet. */
  public static TomlDocument add(TomlDocument text, String kind) {
    var check = new TomlValue.Table(Map.of(KIND, new TomlValue.Text(kind)), false);
    int count = DatasetToml.checks(text).size();
    return text.find(LIST).isPresent()
        ? text.insert(LIST, count, check)
        : text.set(LIST, new TomlValue.Items(List.of(check)));
  }

  /** Takes a check out, with the comment lines above it. */
  public static TomlDocument remove(TomlDocument text, int index) {
    return text.remove(LIST.index(index));
  }

  /**
   * What is wrong with them, each at its place in the text.
   *
   * @param dataset as the text declares it
   * @param others that checks can refer to
   */
  public static List<Problem> problems(
      TomlDocument text, Dataset dataset, Map<DatasetName, Dataset> others) {
    var problems = new ArrayList<Problem>();
    // Statements are asked of an engine, and here is none.
    var scope = new CheckScope(others, Map.of(), (_, _) -> Optional.empty(), problems::add);
    try {
      List<QualityCheck> checks = CheckReader.read(DatasetToml.checks(text), problems::add);
      if (dataset.schema().size() > 0) {
        var _ = new CheckDesign(source(dataset), scope).plan(checks);
      }
    } catch (QarionException e) {
      problems.addAll(e.problems());
    }
    return List.copyOf(problems);
  }

  private static TransformationSource source(Dataset dataset) {
    return new TransformationSource(
        dataset.name().value(),
        new RowSource.Stored(dataset, BatchRange.ALL),
        TechnicalColumns.visible(dataset.schema(), ""));
  }
}
