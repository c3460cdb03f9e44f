package io.qarion.core.toml;

import java.util.ArrayList;
import java.util.List;

/** Which items between brackets or braces spell a table, array or value. */
final class GroupMembers {

  private GroupMembers() {}

  /** Indexes of the items of {@code owner} that name {@code node}; several with dotted keys. */
  static List<Integer> through(TomlNode owner, TomlNode node) {
    List<TomlPath.Step> steps =
        node.path().steps().subList(owner.path().steps().size(), node.path().steps().size());
    if (steps.getFirst() instanceof TomlPath.Index(int position)) {
      return List.of(position);
    }
    List<String> names = new TomlPath(steps).keys();
    List<ValueSyntax.Item> items = owner.syntax().map(ValueSyntax.Group::items).orElse(List.of());
    var found = new ArrayList<Integer>();
    for (int i = 0; i < items.size(); i++) {
      List<String> key = items.get(i).key().stream().map(KeyPart::name).toList();
      if (key.size() >= names.size() && key.subList(0, names.size()).equals(names)) {
        found.add(i);
      }
    }
    return found;
  }
}
