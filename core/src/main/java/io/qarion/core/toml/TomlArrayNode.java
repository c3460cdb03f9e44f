package io.qarion.core.toml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** An array of a read file, written between brackets or by {@code [[headers]]}. */
public final class TomlArrayNode extends TomlNode {

  private final List<TomlNode> items = new ArrayList<>();
  private final Optional<ValueSyntax.Group> syntax;

  /** By headers. */
  TomlArrayNode(Origin origin) {
    super(origin);
    this.syntax = Optional.empty();
  }

  /** Between brackets. */
  TomlArrayNode(Origin origin, ValueSyntax.Group syntax) {
    super(origin);
    this.syntax = Optional.of(syntax);
  }

  /** In the order of the text. */
  public List<TomlNode> items() {
    return Collections.unmodifiableList(items);
  }

  public int size() {
    return items.size();
  }

  /** The elements that are strings. */
  public List<String> strings() {
    var found = new ArrayList<String>();
    for (TomlNode item : items) {
      if (item.value() instanceof TomlValue.Text(String text)) {
        found.add(text);
      }
    }
    return found;
  }

  /** The elements that are tables. */
  public List<TomlTableNode> tables() {
    var found = new ArrayList<TomlTableNode>();
    for (TomlNode item : items) {
      if (item instanceof TomlTableNode table) {
        found.add(table);
      }
    }
    return found;
  }

  @Override
  public TomlValue.Items value() {
    return new TomlValue.Items(items.stream().map(TomlNode::value).toList());
  }

  /** Whether it is a {@code [[header]]} array. */
  public boolean isByHeaders() {
    return syntax.isEmpty();
  }

  void add(TomlNode item) {
    items.add(item);
  }

  @Override
  Optional<ValueSyntax.Group> syntax() {
    return syntax;
  }

  @Override
  boolean isSpelledAsValue() {
    return syntax.isPresent();
  }
}
