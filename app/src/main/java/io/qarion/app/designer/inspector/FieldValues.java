package io.qarion.app.designer.inspector;

import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlNode;
import io.qarion.core.toml.TomlValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns values of the text into what a form shows, and back. */
final class FieldValues {

  private FieldValues() {}

  /** How a value is edited that nobody has declared; empty for tables, which have no field. */
  static Optional<Field.Kind> kind(TomlValue value) {
    return switch (value) {
      case TomlValue.Text(String text) ->
          Optional.of(text.contains("\n") ? Field.Kind.LONG_TEXT : Field.Kind.TEXT);
      case TomlValue.Whole _, TomlValue.Real _ -> Optional.of(Field.Kind.NUMBER);
      case TomlValue.Flag _ -> Optional.of(Field.Kind.FLAG);
      case TomlValue.Items(List<TomlValue> items) ->
          items.stream().allMatch(TomlValue.Text.class::isInstance)
              ? Optional.of(Field.Kind.LIST)
              : Optional.empty();
      case TomlValue.Table _,
          TomlValue.OffsetTimestamp _,
          TomlValue.Timestamp _,
          TomlValue.Date _,
          TomlValue.Time _ ->
          Optional.empty();
    };
  }

  /** The value of a field as text; empty if it is absent or of another kind. */
  static String text(Optional<TomlNode> node) {
    return node.map(TomlNode::value).map(FieldValues::text).orElse("");
  }

  private static String text(TomlValue value) {
    return switch (value) {
      case TomlValue.Text(String text) -> text;
      case TomlValue.Whole(long number) -> Long.toString(number);
      case TomlValue.Real(double number) -> Double.toString(number);
      case TomlValue.Flag(boolean flag) -> Boolean.toString(flag);
      case TomlValue.Items(List<TomlValue> items) ->
          items.stream().map(FieldValues::text).collect(Collectors.joining(", "));
      case TomlValue.Table _ -> "";
      case TomlValue.OffsetTimestamp(var time) -> time.toString();
      case TomlValue.Timestamp(var time) -> time.toString();
      case TomlValue.Date(var date) -> date.toString();
      case TomlValue.Time(var time) -> time.toString();
    };
  }

  /** Whether a text can be the value of a field. */
  static boolean isValid(Field field, String text) {
    return field.kind() != Field.Kind.NUMBER || text.isBlank() || number(text).isPresent();
  }

  /** The document with a field's new value; an empty one takes the setting out. */
  static TomlDocument write(TomlDocument document, Field field, String text) {
    if (text.isBlank()) {
      return document.find(field.path()).isPresent() ? document.remove(field.path()) : document;
    }
    return document.set(field.path(), value(field.kind(), text));
  }

  private static TomlValue value(Field.Kind kind, String text) {
    return switch (kind) {
      case TEXT, LONG_TEXT, CHOICE -> new TomlValue.Text(text);
      case FLAG -> new TomlValue.Flag(Boolean.parseBoolean(text));
      case NUMBER -> number(text).orElseThrow(() -> new NumberFormatException(text));
      case LIST ->
          new TomlValue.Items(
              Arrays.stream(text.split(",", -1))
                  .map(String::strip)
                  .filter(item -> !item.isEmpty())
                  .<TomlValue>map(TomlValue.Text::new)
                  .toList());
    };
  }

  private static Optional<TomlValue> number(String text) {
    try {
      var number = new BigDecimal(text.strip());
      return Optional.of(
          number.scale() <= 0
              ? new TomlValue.Whole(number.longValueExact())
              : new TomlValue.Real(number.doubleValue()));
    } catch (ArithmeticException _) {
      return Optional.empty(); // a whole number that no file can hold
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
