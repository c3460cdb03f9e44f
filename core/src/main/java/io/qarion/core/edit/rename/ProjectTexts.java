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

  /** The same texts, but for some that changed. */
  public ProjectTexts with(List<TomlDocument> changed) {
    return new ProjectTexts(with(flows, changed), with(datasets, changed));
  }

  private static List<TomlDocument> with(List<TomlDocument> texts, List<TomlDocument> changed) {
    return texts.stream()
        .map(text ->
            changed.stream()
                .filter(each -> each.fileName().equals(text.fileName()))
                .findFirst()
                .orElse(text))
        .toList();
  }

  Stream<TomlDocument> all() {
    return Stream.concat(flows.stream(), datasets.stream());
  }
}
