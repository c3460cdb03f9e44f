package io.qarion.app.designer.edit;

import io.qarion.core.dataset.Schema;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlPath;
import java.util.List;
import java.util.Map;

/**
 * A setting whose value is code, as it is to be edited in the large.
 *
 * @param step in whose settings it stands
 * @param label of the setting
 * @param text as it is now
 * @param columns it can name
 * @param datasets that a statement can read, by name
 * @param parameters it can name, without their colon
 */
public record CodePlace(
    TaskId step,
    TomlPath path,
    Language language,
    String label,
    String text,
    Schema columns,
    Map<String, Schema> datasets,
    List<String> parameters) {

  /** What it is written in. */
  public enum Language {
    EXPRESSION,
    SQL
  }

  public CodePlace {
    datasets = Map.copyOf(datasets);
    parameters = List.copyOf(parameters);
  }
}
