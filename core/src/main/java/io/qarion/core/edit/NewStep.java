package io.qarion.core.edit;

import io.qarion.core.toml.TomlValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A task that is to be added to a flow.
 *
 * @param id as it is wished; a number comes behind it where it is taken
 * @param name what people call it; may be empty
 * @param type the value of {@code type}
 * @param target the dataset it writes, as it is wished; empty for a task that writes none
 * @param rules its visual steps
 * @param properties its {@code [tasks.properties]}
 * @param config its {@code [tasks.config]}
 */
public record NewStep(
    String id,
    String name,
    String type,
    Optional<String> target,
    List<TomlValue.Table> rules,
    Map<String, TomlValue> properties,
    Map<String, TomlValue> config) {

  public NewStep {
    rules = List.copyOf(rules);
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
  }

  /** A transformation by one visual step. */
  public static NewStep ofRule(String id, TomlValue.Table rule) {
    return new NewStep(
        id, "", "transformation", Optional.of(id), List.of(rule), Map.of(), Map.of());
  }
}
