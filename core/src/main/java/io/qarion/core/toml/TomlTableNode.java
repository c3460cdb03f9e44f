package io.qarion.core.toml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table of a read file, its keys in the order of the text. */
public final class TomlTableNode extends TomlNode {

  /** How a table comes to be. */
  enum Form {
    ROOT,
    /** Has a header of its own, or is an element of an array of tables. */
    HEADER,
    /** Only headers of tables below it name it. */
    IMPLIED,
    /** Dotted keys make it. */
    DOTTED,
    /** Stands between braces. */
    BRACES
  }

  private final Map<String, TomlNode> children = new LinkedHashMap<>();
  private final Optional<ValueSyntax.Group> syntax;
  private Form form;

  /** By headers or dotted keys. */
  TomlTableNode(Origin origin, Form form) {
    super(origin);
    this.form = form;
    this.syntax = Optional.empty();
  }

  /** Between braces. */
  TomlTableNode(Origin origin, ValueSyntax.Group syntax) {
    super(origin);
    this.form = Form.BRACES;
    this.syntax = Optional.of(syntax);
  }

  /** In the order of the text: of their first naming. */
  public List<String> keys() {
    return List.copyOf(children.keySet());
  }

  /** By key, in the order of the text. */
  public Map<String, TomlNode> children() {
    return Collections.unmodifiableMap(children);
  }

  public boolean has(String key) {
    return children.containsKey(key);
  }

  public Optional<TomlNode> get(String key) {
    return Optional.ofNullable(children.get(key));
  }

  /** Empty if absent or no string; {@link #get} tells which, and where. */
  public Optional<String> string(String key) {
    return get(key).flatMap(n -> n.value() instanceof TomlValue.Text(String v) ? some(v) : none());
  }

  /** Empty if absent or no integer. */
  public Optional<Long> whole(String key) {
    return get(key).flatMap(n -> n.value() instanceof TomlValue.Whole(long v) ? some(v) : none());
  }

  /** An integer or float; empty if absent or neither. */
  public Optional<Double> real(String key) {
    return get(key)
        .flatMap(n -> n.value() instanceof TomlValue.Real(double v) ? some(v) : none())
        .or(() -> whole(key).map(Long::doubleValue));
  }

  /** Empty if absent or no boolean. */
  public Optional<Boolean> flag(String key) {
    return get(key).flatMap(n -> n.value() instanceof TomlValue.Flag(boolean v) ? some(v) : none());
  }

  /** Empty if absent or no table. */
  public Optional<TomlTableNode> table(String key) {
    return get(key).flatMap(n -> n instanceof TomlTableNode table ? some(table) : none());
  }

  /** Empty if absent or no array. */
  public Optional<TomlArrayNode> array(String key) {
    return get(key).flatMap(n -> n instanceof TomlArrayNode array ? some(array) : none());
  }

  /** Elements of an array of strings; empty if absent or no array. */
  public List<String> strings(String key) {
    return array(key).map(TomlArrayNode::strings).orElse(List.of());
  }

  /** Elements of an array of tables; empty if absent or no array. */
  public List<TomlTableNode> tables(String key) {
    return array(key).map(TomlArrayNode::tables).orElse(List.of());
  }

  /** What a table of this one would be that is not written. */
  TomlTableNode emptyBelow(String key) {
    return new TomlTableNode(
        new Origin(source(), path().key(key), span(), Optional.of(this)), Form.IMPLIED);
  }

  @Override
  public TomlValue.Table value() {
    var entries = new LinkedHashMap<String, TomlValue>();
    children.forEach((key, node) -> entries.put(key, node.value()));
    return new TomlValue.Table(entries, form == Form.BRACES);
  }

  Form form() {
    return form;
  }

  void giveHeader() {
    form = Form.HEADER;
  }

  void put(String key, TomlNode node) {
    children.put(key, node);
  }

  @Override
  Optional<ValueSyntax.Group> syntax() {
    return syntax;
  }

  @Override
  boolean isSpelledAsValue() {
    return form == Form.BRACES;
  }

  private static <T> Optional<T> some(T value) {
    return Optional.of(value);
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
