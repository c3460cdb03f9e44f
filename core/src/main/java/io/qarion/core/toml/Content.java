package io.qarion.core.toml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The content a file must have after an edit: what the text is held against. */
final class Content {

  private Content() {}

  static TomlValue set(TomlValue root, TomlPath path, TomlValue value) {
    return switch (path.last()) {
      case TomlPath.Key(String name) -> inTable(root, path.parent(), map -> map.put(name, value));
      case TomlPath.Index(int at) -> inArray(root, path.parent(), list -> list.set(at, value));
    };
  }

  static TomlValue insert(TomlValue root, TomlPath array, int index, TomlValue value) {
    return inArray(root, array, list -> list.add(index, value));
  }

  static TomlValue remove(TomlValue root, TomlPath path) {
    return switch (path.last()) {
      case TomlPath.Key(String name) -> inTable(root, path.parent(), map -> map.remove(name));
      case TomlPath.Index(int at) -> inArray(root, path.parent(), list -> list.remove(at));
    };
  }

  static TomlValue rename(TomlValue root, TomlPath path, String from, String to) {
    return inTable(
        root,
        path.parent(),
        map -> {
          var old = new LinkedHashMap<>(map);
          map.clear();
          old.forEach((key, value) -> map.put(key.equals(from) ? to : key, value));
        });
  }

  static TomlValue move(TomlValue root, TomlPath path, int index) {
    return switch (path.last()) {
      case TomlPath.Key(String name) ->
          inTable(root, path.parent(), map -> moveKey(map, name, index));
      case TomlPath.Index(int at) ->
          inArray(root, path.parent(), list -> list.add(index, list.remove(at)));
    };
  }

  static TomlValue at(TomlValue root, TomlPath path) {
    TomlValue found = root;
    for (TomlPath.Step step : path.steps()) {
      if (found instanceof TomlValue.Table table && step instanceof TomlPath.Key(String name)) {
        found = table.entries().getOrDefault(name, found);
      } else if (found instanceof TomlValue.Items items
          && step instanceof TomlPath.Index(int index)) {
        found = items.values().get(index);
      }
    }
    return found;
  }

  private static void moveKey(Map<String, TomlValue> map, String name, int index) {
    var old = new LinkedHashMap<>(map);
    var order = new ArrayList<>(old.keySet());
    order.remove(name);
    order.add(index, name);
    map.clear();
    order.forEach(key -> old.computeIfPresent(key, (k, value) -> keep(map, k, value)));
  }

  private static TomlValue keep(Map<String, TomlValue> map, String key, TomlValue value) {
    map.put(key, value);
    return value;
  }

  private static TomlValue inTable(
      TomlValue root, TomlPath path, Consumer<Map<String, TomlValue>> change) {
    return at(root, path.steps(), new Change(change, list -> {}));
  }

  private static TomlValue inArray(
      TomlValue root, TomlPath path, Consumer<List<TomlValue>> change) {
    return at(root, path.steps(), new Change(map -> {}, change));
  }

  private record Change(
      Consumer<Map<String, TomlValue>> ofTable, Consumer<List<TomlValue>> ofArray) {}

  private static TomlValue at(TomlValue value, List<TomlPath.Step> steps, Change change) {
    return switch (value) {
      case TomlValue.Table table -> {
        var entries = new LinkedHashMap<>(table.entries());
        if (steps.isEmpty()) {
          change.ofTable().accept(entries);
        } else if (steps.getFirst() instanceof TomlPath.Key(String name)) {
          entries.computeIfPresent(name, (_, v) -> at(v, steps.subList(1, steps.size()), change));
        }
        yield new TomlValue.Table(entries, table.inline());
      }
      case TomlValue.Items items -> {
        var values = new ArrayList<>(items.values());
        if (steps.isEmpty()) {
          change.ofArray().accept(values);
        } else if (steps.getFirst() instanceof TomlPath.Index(int at)) {
          values.set(at, at(values.get(at), steps.subList(1, steps.size()), change));
        }
        yield new TomlValue.Items(values);
      }
      case TomlValue.Text _,
          TomlValue.Whole _,
          TomlValue.Real _,
          TomlValue.Flag _,
          TomlValue.OffsetTimestamp _,
          TomlValue.Timestamp _,
          TomlValue.Date _,
          TomlValue.Time _ ->
          value;
    };
  }
}
