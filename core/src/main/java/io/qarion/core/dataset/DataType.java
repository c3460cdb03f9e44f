package io.qarion.core.dataset;

import java.util.Locale;
import java.util.Optional;

/** A logical column type; each engine maps it to one of its own. */
public sealed interface DataType permits PlainType, DecimalType {

  /** The name in files, such as {@code integer} or {@code decimal(12,2)}. */
  String text();

  default boolean isNumeric() {
    return this == PlainType.INTEGER || this == PlainType.FLOAT || this instanceof DecimalType;
  }

  /** Reads the name of a type as written in a file; empty if there is no such type. */
  static Optional<DataType> parse(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    for (PlainType plain : PlainType.values()) {
      if (plain.text().equals(name)) {
        return Optional.of(plain);
      }
    }
    return DecimalType.parse(name).map(decimal -> decimal);
  }
}
