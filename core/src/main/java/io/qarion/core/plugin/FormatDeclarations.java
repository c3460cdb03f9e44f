package io.qarion.core.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The settings of the formats of files, found by what stands beside them. */
public final class FormatDeclarations {

  private static final List<String> FILES =
      List.of("source_path", "file_pattern", "file_path", "path");

  private final Plugins plugins;

  public FormatDeclarations(Plugins plugins) {
    this.plugins = plugins;
  }

  /**
   * How a format is read, which the settings state, or the name of a file in them.
   *
   * @param setting gives the text of a setting; empty if it is absent
   */
  public List<PropertyDeclaration> read(UnaryOperator<String> setting) {
    String format = format(setting);
    return plugins.loaders().stream()
        .filter(plugin -> plugin.formats().contains(format))
        .findFirst()
        .map(LoaderPlugin::options)
        .orElse(List.of());
  }

  /** How a format is written; see {@link #read}. */
  public List<PropertyDeclaration> written(UnaryOperator<String> setting) {
    String format = format(setting);
    return plugins.exporters().stream()
        .filter(plugin -> plugin.formats().contains(format))
        .findFirst()
        .map(ExporterPlugin::options)
        .orElse(List.of());
  }

  private String format(UnaryOperator<String> setting) {
    String stated = setting.apply("format");
    return stated.isEmpty()
        ? FILES.stream()
            .map(setting)
            .filter(text -> text.contains("."))
            .flatMap(this::formatOf)
            .findFirst()
            .orElse("")
        : stated;
  }

  /** A pattern or a placeholder is no name that every system takes for a path. */
  private Stream<String> formatOf(String file) {
    return plugins.formatOf(Path.of(file.replaceAll("[^A-Za-z0-9._-]", "_"))).stream();
  }
}
