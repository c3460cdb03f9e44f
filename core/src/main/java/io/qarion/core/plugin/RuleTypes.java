package io.qarion.core.plugin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The operations of visual steps that there are: those of engines and those of plug-ins. */
public final class RuleTypes {

  private final Map<String, RulePlugin> plugins = new TreeMap<>();

  /** One with the name of an operation of engines is left out: what is written means theirs. */
  public RuleTypes(Collection<? extends RulePlugin> plugins) {
    plugins.stream()
        .filter(plugin -> !RuleDeclarations.operations().contains(plugin.operation()))
        .forEach(plugin -> this.plugins.put(plugin.operation(), plugin));
  }

  public Optional<RulePlugin> find(String operation) {
    return Optional.ofNullable(plugins.get(operation));
  }

  /** The values of {@code operation}, sorted. */
  public List<String> operations() {
    return Stream.concat(RuleDeclarations.operations().stream(), plugins.keySet().stream())
        .sorted()
        .toList();
  }

  /** The settings of an operation beside its name; none if there is no such operation. */
  public List<PropertyDeclaration> declarations(String operation) {
    return RuleDeclarations.operations().contains(operation)
        ? RuleDeclarations.of(operation)
        : find(operation).map(RulePlugin::properties).orElse(List.of());
  }
}
