package io.qarion.core.expression;

import io.qarion.core.dataset.DataType;
import java.util.Locale;
import java.util.Optional;

/** The type of a value inside an expression, which knows more cases than a column has. */
public sealed interface ValueType {

  /** As shown to a user. */
  String text();

  /** The type a column of these values would have; empty if that is not known. */
  default Optional<DataType> dataType() {
    return Optional.empty();
  }

  /** The type that holds the values of both; empty if there is none. */
  static Optional<ValueType> common(ValueType left, ValueType right) {
    return TypeRules.common(left, right);
  }

  static ValueType of(DataType type) {
    return new Known(type);
  }

  /** A type that a column can have. */
  record Known(DataType type) implements ValueType {

    @Override
    public String text() {
      return type.text();
    }

    @Override
    public Optional<DataType> dataType() {
      return Optional.of(type);
    }
  }

  /** What is no type of a column. */
  enum Special implements ValueType {
    /** The bare word {@code null}: fits every type. */
    NULL,
    INTERVAL,
    /** After an error, or a column whose type nobody knows: fits everywhere, without complaint. */
    UNKNOWN;

    @Override
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
