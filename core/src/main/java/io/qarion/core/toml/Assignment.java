package io.qarion.core.toml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets a value by as few changes as it takes, each leaving a valid file. */
final class Assignment {

  private final TomlDocument start;

  Assignment(TomlDocument start) {
    this.start = start;
  }

  TomlDocument set(TomlPath path, TomlValue value) {
    Optional<TomlNode> found = start.find(path);
    if (found.isPresent()) {
      return replace(found.get(), value);
    }
    if (!(path.last() instanceof TomlPath.Key(String key))) {
      throw EditProblems.missing(start, path);
    }
    Optional<TomlNode> parent = start.find(path.parent());
    if (parent.isEmpty()) {
      return set(path.parent(), new TomlValue.Table(Map.of(key, value)));
    }
    if (!(parent.get() instanceof TomlTableNode table)) {
      throw EditProblems.clash(parent.get(), path.parent() + " is no table.");
    }
    return new TomlEditor(start).insertKey(table, key, value);
  }

  TomlDocument insert(TomlPath path, int index, TomlValue value) {
    Optional<TomlNode> found = start.find(path);
    if (found.isEmpty() && index == 0) {
      return set(path, new TomlValue.Items(List.of(value)));
    }
    TomlNode node = start.existing(path);
    if (!(node instanceof TomlArrayNode array)) {
      throw EditProblems.clash(node, path + " is no array.");
    }
    if (index < 0 || index > array.size()) {
      throw EditProblems.clash(node, "There is no place " + index + " in " + path + ".");
    }
    return new TomlEditor(start).insertElement(array, index, value);
  }

  private TomlDocument replace(TomlNode node, TomlValue value) {
    if (node.value().equals(value)) {
      return start;
    }
    return switch (value) {
      case TomlValue.Table wanted
          when node instanceof TomlTableNode table && canMerge(table, wanted) ->
          mergeTable(table, wanted);
      case TomlValue.Items wanted
          when node instanceof TomlArrayNode array && canMerge(array, wanted) ->
          mergeArray(array, wanted);
      case TomlValue other -> replaceWhole(node, other);
    };
  }

  private static boolean canMerge(TomlTableNode table, TomlValue.Table wanted) {
    return switch (table.form()) {
      case ROOT, HEADER -> true;
      case IMPLIED, DOTTED, BRACES -> !wanted.entries().isEmpty();
    };
  }

  private static boolean canMerge(TomlArrayNode array, TomlValue.Items wanted) {
    boolean tables = wanted.values().stream().allMatch(v -> v instanceof TomlValue.Table);
    return !wanted.values().isEmpty() && (!array.isByHeaders() || tables);
  }

  private TomlDocument replaceWhole(TomlNode node, TomlValue value) {
    if (node.isSpelledAsValue()) {
      return new TomlEditor(start).replace(node, value);
    }
    boolean element = node.path().isRoot() || node.path().last() instanceof TomlPath.Index;
    if (element) {
      throw EditProblems.clash(node, "Only a table can take the place of this one.");
    }
    TomlDocument without = new TomlEditor(start).remove(node);
    return new Assignment(without).set(node.path(), value);
  }

  /** What is new comes first, so that a table by dotted keys never runs empty. */
  private TomlDocument mergeTable(TomlTableNode table, TomlValue.Table wanted) {
    TomlDocument document = start;
    for (Map.Entry<String, TomlValue> entry : wanted.entries().entrySet()) {
      TomlPath path = table.path().key(entry.getKey());
      document = new Assignment(document).set(path, entry.getValue());
    }
    for (String key : table.keys()) {
      if (!wanted.entries().containsKey(key)) {
        document = document.remove(table.path().key(key));
      }
    }
    return document;
  }

  /** Elements that are equal at both ends stay; those between are set, added or taken out. */
  private TomlDocument mergeArray(TomlArrayNode array, TomlValue.Items wanted) {
    List<TomlValue> old = new ArrayList<>(array.value().values());
    List<TomlValue> now = wanted.values();
    int least = Math.min(old.size(), now.size());
    int head = 0;
    while (head < least && old.get(head).equals(now.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < least - head
        && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    TomlDocument document = start;
    for (int i = old.size() - tail - 1; i >= now.size() - tail; i--) {
      document = document.remove(array.path().index(i));
    }
    int shared = Math.min(old.size(), now.size()) - tail;
    for (int i = head; i < now.size() - tail; i++) {
      document =
          i < shared
              ? document.set(array.path().index(i), now.get(i))
              : document.insert(array.path(), i, now.get(i));
    }
    return document;
  }
}
