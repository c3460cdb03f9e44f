package io.qarion.core.plugin;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;

/**
 * The plug-ins there are. One that can't be loaded is kept as a problem and hinders no other.
 *
 * @param failures why plug-ins could not be loaded
 */
public record Plugins(
    List<FlowPlugin> flows,
    TaskTypes taskTypes,
    RuleTypes ruleTypes,
    List<EnginePlugin> engines,
    List<LoaderPlugin> loaders,
    List<ExporterPlugin> exporters,
    List<RepositoryPlugin> repositories,
    List<PublisherPlugin> publishers,
    List<Problem> failures) {

  public Plugins {
    flows = List.copyOf(flows);
    engines = List.copyOf(engines);
    loaders = List.copyOf(loaders);
    exporters = List.copyOf(exporters);
    repositories = List.copyOf(repositories);
    publishers = List.copyOf(publishers);
    failures = List.copyOf(failures);
  }

  /** Those on the class path. */
  public static Plugins load() {
    var failures = new ArrayList<Problem>();
    return new Plugins(
        services(FlowPlugin.class, failures),
        new TaskTypes(services(TaskTypePlugin.class, failures)),
        new RuleTypes(services(RulePlugin.class, failures)),
        services(EnginePlugin.class, failures),
        services(LoaderPlugin.class, failures),
        services(ExporterPlugin.class, failures),
        services(RepositoryPlugin.class, failures),
        services(PublisherPlugin.class, failures),
        failures);
  }

  public Optional<FlowPlugin> flow(String type) {
    return flows.stream().filter(plugin -> plugin.flowType().equals(type)).findFirst();
  }

  /** The plug-in for an engine's name. */
  public EnginePlugin engine(String name) {
    return find(engines, EnginePlugin::engineTypes, name, "engine", "engine.name");
  }

  /** The same, empty where there is none. */
  public Optional<EnginePlugin> engineNamed(String name) {
    return engines.stream().filter(plugin -> plugin.engineTypes().contains(name)).findFirst();
  }

  /** The plug-in that reads a format; by the file's name where no format is stated. */
  public LoaderPlugin loader(Optional<String> format, Path file, String element) {
    if (format.isPresent()) {
      return find(loaders, LoaderPlugin::formats, format.get(), "format", element);
    }
    return byExtension(file)
        .orElseThrow(() ->
            new QarionException(
                Problem.error(
                    "format.unknown",
                    Place.of(element),
                    "Nobody can tell the format of '%s' by its name.".formatted(file.getFileName()),
                    "Write format = one of: " + names(loaders, LoaderPlugin::formats) + ".")));
  }

  /** The plug-in that writes a format. */
  public ExporterPlugin exporter(String format, String element) {
    return find(exporters, ExporterPlugin::formats, format, "format", element);
  }

  /** The plug-in that delivers messages to a kind of target. */
  public PublisherPlugin publisher(String type, String element) {
    return find(publishers, plugin -> List.of(plugin.publisherType()), type, "publisher", element);
  }

  public Optional<RepositoryPlugin> repository(String storageType) {
    return repositories.stream()
        .filter(plugin -> plugin.storageType().equals(storageType))
        .findFirst();
  }

  /** The format that a file's name stands for, such as {@code csv} for {@code a.csv.gz}. */
  public Optional<String> formatOf(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return byExtension(file)
        .flatMap(plugin ->
            plugin.formats().stream()
                .filter(format -> name.contains("." + format))
                .findFirst()
                .or(() -> plugin.formats().stream().findFirst()));
  }

  private Optional<LoaderPlugin> byExtension(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return loaders.stream()
        .filter(plugin -> plugin.extensions().stream().anyMatch(name::endsWith))
        .findFirst();
  }

  private static <T> T find(
      List<T> plugins, Function<T, List<String>> names, String name, String kind, String element) {
    return plugins.stream()
        .filter(plugin -> names.apply(plugin).contains(name))
        .findFirst()
        .orElseThrow(() ->
            new QarionException(
                Problem.error(
                    kind + ".unknown",
                    Place.of(element),
                    "There is no %s '%s'.".formatted(kind, name),
                    "Write one of: " + names(plugins, names) + ".")));
  }

  private static <T> String names(
      List<T> plugins, Function<T, ? extends Collection<String>> names) {
    Set<String> all = new LinkedHashSet<>();
    plugins.forEach(plugin -> all.addAll(names.apply(plugin)));
    return String.join(", ", all);
  }

  private static <T> List<T> services(Class<T> kind, List<Problem> failures) {
    var found = new ArrayList<T>();
    var iterator = ServiceLoader.load(kind).stream().iterator();
    while (iterator.hasNext()) {
      ServiceLoader.Provider<T> provider = iterator.next();
      try {
        found.add(provider.get());
      } catch (ServiceConfigurationError e) {
        failures.add(
            Problem.warning(
                "plugin.failed",
                Place.of(provider.type().getName()),
                "The plug-in %s could not be loaded: %s"
                    .formatted(provider.type().getName(), e.getMessage()),
                "Update or remove it."));
      }
    }
    return found;
  }
}
