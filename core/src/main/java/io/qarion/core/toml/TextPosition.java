package io.qarion.core.toml;

import io.qarion.core.problem.Place;

/** Finds where a character of what an element says is written in the file. */
final class TextPosition {

  private TextPosition() {}

  /**
   * The place of a character; of what has no text, its start.
   *
   * @param index UTF-16 offset in the element's text; a list of texts counts as one text with
   *     {@link FieldReader#ORDER_SEPARATOR} between them
   */
  static Place in(TomlNode node, int index) {
    return switch (node) {
      case TomlScalarNode scalar -> scalar.placeOf(index);
      case TomlArrayNode array -> inList(array, index);
      case TomlTableNode table -> table.place();
    };
  }

  private static Place inList(TomlArrayNode array, int index) {
    int rest = index;
    for (TomlNode item : array.items()) {
      int length = Scalars.text(item).orElse("").length();
      if (rest <= length && item instanceof TomlScalarNode scalar) {
        return scalar.placeOf(rest);
      }
      rest = Math.max(0, rest - length - FieldReader.ORDER_SEPARATOR.length());
    }
    return array.place();
  }
}
