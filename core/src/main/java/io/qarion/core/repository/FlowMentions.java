package io.qarion.core.repository;

import io.qarion.core.toml.TomlArrayNode;
import io.qarion.core.toml.TomlNode;
import io.qarion.core.toml.TomlScalarNode;
import io.qarion.core.toml.TomlTableNode;
import io.qarion.core.toml.TomlValue;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds flows whose texts name something, such as a dataset or the flow that starts them. */
public final class FlowMentions {

  private FlowMentions() {}

  /**
   * Flows in whose triggers the flow is named, or anywhere one of the datasets, also inside
   * statements and expressions.
   *
   * @param flow the id as triggers write it
   */
  public static List<StoredFlow> in(List<StoredFlow> flows, String flow, Set<String> datasets) {
    Pattern names = words(datasets);
    return flows.stream()
        .filter(each -> {
          TomlTableNode root = each.document().root();
          return texts(root).anyMatch(text -> names.matcher(text).find())
              || root.tables("triggers").stream()
                  .flatMap(FlowMentions::texts)
                  .anyMatch(flow::equals);
        })
        .toList();
  }

  /** Matches nothing if there are no names. */
  private static Pattern words(Collection<String> names) {
    String any = names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    return Pattern.compile(
        names.isEmpty() ? "(?!)" : "(?<![\\p{L}\\p{N}_])(" + any + ")(?![\\p{L}\\p{N}_])");
  }

  private static Stream<String> texts(TomlNode node) {
    return switch (node) {
      case TomlTableNode table -> table.children().values().stream().flatMap(FlowMentions::texts);
      case TomlArrayNode array -> array.items().stream().flatMap(FlowMentions::texts);
      case TomlScalarNode scalar ->
          scalar.value() instanceof TomlValue.Text(String text) ? Stream.of(text) : Stream.empty();
    };
  }
}
