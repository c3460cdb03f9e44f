package io.qarion.core.toml;

import java.util.ArrayList;
import java.util.List;

/** Says which table, array or value of a TOML file is meant, from its root. */
public record TomlPath(List<Step> steps) {

  /** The whole file. */
  public static final TomlPath ROOT = new TomlPath(List.of());

  public TomlPath {
    steps = List.copyOf(steps);
  }

  /** One step down: into a table by key, or into an array by index. */
  public sealed interface Step {}

  /** An entry of a table. */
  public record Key(String name) implements Step {}

  /** An element of an array, from 0. */
  public record Index(int position) implements Step {

    public Index {
      if (position < 0) {
        throw new IllegalArgumentException("elements count from 0: " + position);
      }
    }
  }

  /** A path of keys only; each argument is one whole key, dots in it are part of it. */
  public static TomlPath of(String... keys) {
    TomlPath path = ROOT;
    for (String key : keys) {
      path = path.key(key);
    }
    return path;
  }

  public TomlPath key(String name) {
    return then(new Key(name));
  }

  public TomlPath index(int position) {
    return then(new Index(position));
  }

  /** This path with one step more. */
  public TomlPath then(Step step) {
    var longer = new ArrayList<>(steps);
    longer.add(step);
    return new TomlPath(longer);
  }

  public boolean isRoot() {
    return steps.isEmpty();
  }

  /** The path without its last step; the root has none. */
  public TomlPath parent() {
    return new TomlPath(steps.subList(0, steps.size() - 1));
  }

  public Step last() {
    return steps.getLast();
  }

  /** The keys on the way, without indexes: the name a header has. */
  public List<String> keys() {
    var keys = new ArrayList<String>();
    for (Step step : steps) {
      if (step instanceof Key(String name)) {
        keys.add(name);
      }
    }
    return keys;
  }

  /** {@code tasks[1].config."a b"}. */
  @Override
  public String toString() {
    var text = new StringBuilder();
    for (Step step : steps) {
      switch (step) {
        case Key(String name) -> text.append(text.isEmpty() ? "" : ".").append(KeyText.of(name));
        case Index(int position) -> text.append('[').append(position).append(']');
      }
    }
    return text.toString();
  }
}
