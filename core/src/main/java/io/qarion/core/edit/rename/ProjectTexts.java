package io.qarion.core.edit.rename;

import io.qarion.core.toml.TomlDocument;
import java.util.List;
import java.util.stream.Stream;

/**
 * The texts that names are looked for in.
 *
 * @param flows each with its own file name
 * @param datasets those declared in files
 */
public record ProjectTexts(List<TomlDocument> flows, List<TomlDocument> datasets) {

  public ProjectTexts {
    flows = flows.stream().filter(TomlDocument::isValid).toList();
    datasets = datasets.stream().filter(TomlDocument::isValid).toList();
  }

  Stream<TomlDocument> all() {
    return Stream.concat(flows.stream(), datasets.stream());
  }
}
