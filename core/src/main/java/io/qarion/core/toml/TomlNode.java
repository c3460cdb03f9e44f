package io.qarion.core.toml;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table, array or plain value of a read file, with the place it is written at. */
public abstract sealed class TomlNode permits TomlArrayNode, TomlScalarNode, TomlTableNode {

  private final SourceText source;
  private final TomlPath path;
  private final Span span;
  private final Optional<TomlNode> parent;
  private final List<KeyPart> mentions = new ArrayList<>();

  TomlNode(Origin origin) {
    source = origin.source();
    path = origin.path();
    span = origin.span();
    parent = origin.parent();
  }

  /**
   * What all nodes have.
   *
   * @param span the value; for a table or array that is made by headers or dotted keys the key
   *     where it is first named
   */
  record Origin(SourceText source, TomlPath path, Span span, Optional<TomlNode> parent) {}

  /** Where it is in the tree. */
  public TomlPath path() {
    return path;
  }

  /** What it says. */
  public abstract TomlValue value();

  /** Start of the value; of a table or array made by headers, the name in the first of them. */
  public Place place() {
    return source.place(span.start()).withElement(path.toString());
  }

  /** Start of the key that names it first; of an element of an array, the element. */
  public Place keyPlace() {
    int start = mentions.isEmpty() ? span.start() : mentions.getFirst().span().start();
    return source.place(start).withElement(path.toString());
  }

  /** The value in the text, in UTF-16 offsets. */
  public Span span() {
    return span;
  }

  SourceText source() {
    return source;
  }

  Optional<TomlNode> parent() {
    return parent;
  }

  /** The nearest inline table or array around it. */
  Optional<TomlNode> group() {
    return parent.flatMap(above -> above.syntax().isPresent() ? parent : above.group());
  }

  /** Every place its name is spelled at. */
  List<KeyPart> mentions() {
    return mentions;
  }

  /** Between brackets or braces; empty if made by headers or dotted keys, or a plain value. */
  abstract Optional<ValueSyntax.Group> syntax();

  /** Whether it is written between brackets, braces or as a plain value. */
  abstract boolean isSpelledAsValue();
}
