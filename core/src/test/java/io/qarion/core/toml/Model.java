package io.qarion.core.toml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same edits on plain maps and lists: a second opinion, written apart from the product. */
sealed interface Model {

  /** A table; its text shows the order of the keys, its equality leaves it out. */
  record Entries(Map<String, Model> map) implements Model {}

  /** An array. */
  record Elements(List<Model> list) implements Model {}

  /** A plain value. */
  record Leaf(Object value) implements Model {}

  static Model of(TomlDocument document) {
    return of(document.root().value());
  }

  static Model of(TomlValue value) {
    return switch (value) {
      case TomlValue.Table table -> {
        var map = new LinkedHashMap<String, Model>();
        table.entries().forEach((key, v) -> map.put(key, of(v)));
        yield new Entries(map);
      }
      case TomlValue.Items items ->
          new Elements(new ArrayList<>(items.values().stream().map(Model::of).toList()));
      case TomlValue.Text(var v) -> new Leaf(v);
      case TomlValue.Whole(var v) -> new Leaf(v);
      case TomlValue.Real(var v) -> new Leaf(v);
      case TomlValue.Flag(var v) -> new Leaf(v);
      case TomlValue.OffsetTimestamp(var v) -> new Leaf(v);
      case TomlValue.Timestamp(var v) -> new Leaf(v);
      case TomlValue.Date(var v) -> new Leaf(v);
      case TomlValue.Time(var v) -> new Leaf(v);
    };
  }

  default void set(TomlPath path, TomlValue value) {
    Model parent = at(path.parent());
    switch (path.last()) {
      case TomlPath.Key(String name) -> parent.entries().put(name, of(value));
      case TomlPath.Index(int i) -> parent.elements().set(i, of(value));
    }
  }

  default void insert(TomlPath array, int index, TomlValue value) {
    at(array).elements().add(index, of(value));
  }

  default void remove(TomlPath path) {
    Model parent = at(path.parent());
    switch (path.last()) {
      case TomlPath.Key(String name) -> parent.entries().remove(name);
      case TomlPath.Index(int i) -> parent.elements().remove(i);
    }
  }

  default void rename(TomlPath path, String from, String to) {
    Map<String, Model> table = at(path.parent()).entries();
    var old = new LinkedHashMap<>(table);
    table.clear();
    old.forEach((key, value) -> table.put(key.equals(from) ? to : key, value));
  }

  default void move(TomlPath path, int index) {
    Model parent = at(path.parent());
    switch (path.last()) {
      case TomlPath.Index(int i) -> parent.elements().add(index, parent.elements().remove(i));
      case TomlPath.Key(String name) -> {
        Map<String, Model> table = parent.entries();
        var rest = new ArrayList<>(table.entrySet().stream().map(Map.Entry::copyOf).toList());
        var moved = rest.stream().filter(e -> e.getKey().equals(name)).findFirst().orElseThrow();
        rest.remove(moved);
        rest.add(index, moved);
        table.clear();
        rest.forEach(entry -> table.put(entry.getKey(), entry.getValue()));
      }
    }
  }

  default Model at(TomlPath path) {
    Model found = this;
    for (TomlPath.Step step : path.steps()) {
      found =
          switch (step) {
            case TomlPath.Key(String name) -> found.entries().getOrDefault(name, new Leaf(name));
            case TomlPath.Index(int i) -> found.elements().get(i);
          };
    }
    return found;
  }

  private Map<String, Model> entries() {
    return this instanceof Entries(var map) ? map : Map.of();
  }

  private List<Model> elements() {
    return this instanceof Elements(var list) ? list : List.of();
  }
}
