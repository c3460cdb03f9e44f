package io.qarion.core.toml;

import io.qarion.core.problem.Place;
import java.util.Optional;

/** A string, number, boolean or date of a read file. */
public final class TomlScalarNode extends TomlNode {

  private final TomlValue value;

  TomlScalarNode(Origin origin, TomlValue value) {
    super(origin);
    this.value = value;
  }

  @Override
  public TomlValue value() {
    return value;
  }

  /** As it is spelled, quotes included. */
  public String spelling() {
    return source().text().substring(span().start(), span().end());
  }

  /**
   * Where a character of a string's value is written, escapes and lines taken into account; for
   * what is no string, the start of the value.
   *
   * @param index UTF-16 offset in the value; its length stands for its end
   */
  public Place placeOf(int index) {
    return source().place(offsetOf(index)).withElement(path().toString());
  }

  /** As {@link #placeOf}, as UTF-16 offset in the text. */
  public int offsetOf(int index) {
    return value instanceof TomlValue.Text
        ? StringReader.read(source().text(), span()).offsetOf(index)
        : span().start();
  }

  @Override
  Optional<ValueSyntax.Group> syntax() {
    return Optional.empty();
  }

  @Override
  boolean isSpelledAsValue() {
    return true;
  }
}
