package io.qarion.app.designer.form;

import io.qarion.core.dataset.PlainType;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlNode;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns values of the text into what a form shows, and back. */
public final class FieldValues {

  private FieldValues() {}

  /** How a value is edited that nobody has declared; empty for tables, which have no field. */
  public static Optional<Field.Kind> kind(TomlValue value) {
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

  /** Whether a value that stands in the text can be edited as a kind. */
  static boolean fits(Field.Kind kind, TomlValue value) {
    return switch (kind) {
      case TEXT, FILE, LONG_TEXT, CHOICE, COLUMN -> value instanceof TomlValue.Text;
      case EXPRESSION, VALUE -> kind(value).filter(found -> found != Field.Kind.LIST).isPresent();
      case NUMBER -> value instanceof TomlValue.Whole || value instanceof TomlValue.Real;
      case FLAG -> value instanceof TomlValue.Flag;
      case LIST, COLUMNS, ORDER ->
          value instanceof TomlValue.Text
              || (value instanceof TomlValue.Items && kind(value).isPresent());
      case PAIRS ->
          value instanceof TomlValue.Items(List<TomlValue> items)
              && items.stream().allMatch(FieldValues::isPair);
      case NEW_EXPRESSION, NEW_TYPE, NEW_NAME -> value instanceof TomlValue.Table;
      case NEW_ENTRY -> value instanceof TomlValue.Items;
    };
  }

  private static boolean isPair(TomlValue value) {
    return value instanceof TomlValue.Items(List<TomlValue> items)
        && items.size() == 2
        && items.stream().allMatch(TomlValue.Text.class::isInstance);
  }

  /** The value of a field as text; empty if it is absent or of another kind. */
  public static String text(Optional<TomlNode> node) {
    return node.map(TomlNode::value).map(FieldValues::text).orElse("");
  }

  private static String text(TomlValue value) {
    return switch (value) {
      case TomlValue.Text(String text) -> text;
      case TomlValue.Whole(long number) -> Long.toString(number);
      case TomlValue.Real(double number) -> Double.toString(number);
      case TomlValue.Flag(boolean flag) -> Boolean.toString(flag);
      case TomlValue.Items(List<TomlValue> items) ->
          items.stream()
              .map(item -> isPair(item) ? pair(item) : text(item))
              .collect(Collectors.joining(", "));
      case TomlValue.Table _ -> "";
      case TomlValue.OffsetTimestamp(var time) -> time.toString();
      case TomlValue.Timestamp(var time) -> time.toString();
      case TomlValue.Date(var date) -> date.toString();
      case TomlValue.Time(var time) -> time.toString();
    };
  }

  private static String pair(TomlValue value) {
    return value instanceof TomlValue.Items(List<TomlValue> sides)
        ? sides.stream().map(FieldValues::text).collect(Collectors.joining(" = "))
        : "";
  }

  /** Whether a text can be the value of a field. */
  public static boolean isValid(Field field, String text) {
    return text.isBlank()
        || switch (field.kind()) {
          case NUMBER -> number(text).isPresent();
          case PAIRS -> items(text).allMatch(item -> sides(item).size() == 2);
          default -> true;
        };
  }

  /** The document with a field's new value, for all steps that share it. */
  public static TomlDocument write(TomlDocument document, Field field, String text) {
    TomlDocument written = writeOne(document, field, text);
    for (TomlPath other : field.shared().others()) {
      written = writeOne(written, field.at(other), text);
    }
    return written;
  }

  /** An empty value takes the setting out. */
  private static TomlDocument writeOne(TomlDocument document, Field field, String text) {
    if (field.kind() == Field.Kind.NEW_ENTRY) {
      return withEntry(document, field, text);
    }
    if (field.kind().isNew()) {
      return withNew(document, field, text.strip());
    }
    if (text.isBlank()) {
      return document.find(field.path()).isPresent() ? document.remove(field.path()) : document;
    }
    return document.set(
        field.path(),
        field.kind() == Field.Kind.VALUE
            ? looked(document, field.path(), text)
            : value(field.kind(), text));
  }

  /** The document with a further entry that means nothing yet, or as it is if there is one. */
  private static TomlDocument withNew(TomlDocument document, Field field, String name) {
    TomlPath entry = field.path().key(name);
    return name.isEmpty() || document.find(entry).isPresent()
        ? document
        : document.set(entry, new TomlValue.Text(beginning(field.kind(), name)));
  }

  /** The path of the field is that of the further entry's kind. */
  private static TomlDocument withEntry(TomlDocument document, Field field, String kind) {
    TomlPath entry = field.path().parent();
    TomlPath list = entry.parent();
    var made = new TomlValue.Table(Map.of(key(field.path()), new TomlValue.Text(kind)));
    return document.find(list).isPresent()
        ? document.insert(list, ((TomlPath.Index) entry.last()).position(), made)
        : document.set(list, new TomlValue.Items(List.of(made)));
  }

  private static String key(TomlPath path) {
    return path.keys().getLast();
  }

  private static String beginning(Field.Kind kind, String name) {
    return switch (kind) {
      case NEW_EXPRESSION -> "null";
      case NEW_TYPE -> PlainType.STRING.text();
      default -> name;
    };
  }

  private static TomlValue value(Field.Kind kind, String text) {
    return switch (kind) {
      case TEXT,
          FILE,
          LONG_TEXT,
          CHOICE,
          COLUMN,
          EXPRESSION,
          NEW_EXPRESSION,
          NEW_TYPE,
          NEW_NAME,
          NEW_ENTRY,
          VALUE ->
          new TomlValue.Text(text);
      case FLAG -> new TomlValue.Flag(Boolean.parseBoolean(text));
      case NUMBER -> number(text).orElseThrow(() -> new NumberFormatException(text));
      case LIST, COLUMNS, ORDER -> texts(items(text));
      case PAIRS ->
          new TomlValue.Items(items(text).map(item -> texts(sides(item).stream())).toList());
    };
  }

  /** Digits stay text where they are text in the file. */
  private static TomlValue looked(TomlDocument document, TomlPath path, String text) {
    boolean isText =
        document.find(path).map(TomlNode::value).orElse(null) instanceof TomlValue.Text(String old)
            && !(literal(old) instanceof TomlValue.Text);
    return isText ? new TomlValue.Text(text) : literal(text);
  }

  private static TomlValue literal(String text) {
    return switch (text.strip()) {
      case "true" -> new TomlValue.Flag(true);
      case "false" -> new TomlValue.Flag(false);
      default -> number(text).orElseGet(() -> new TomlValue.Text(text));
    };
  }

  private static TomlValue texts(Stream<String> items) {
    return new TomlValue.Items(items.<TomlValue>map(TomlValue.Text::new).toList());
  }

  private static Stream<String> items(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).filter(item -> !item.isEmpty());
  }

  private static List<String> sides(String pair) {
    return Arrays.stream(pair.split("=", -1))
        .map(String::strip)
        .filter(side -> !side.isEmpty())
        .toList();
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
