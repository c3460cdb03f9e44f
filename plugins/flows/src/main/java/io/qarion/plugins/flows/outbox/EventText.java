package io.qarion.plugins.flows.outbox;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.Names;
import java.util.ArrayList;
import java.util.List;

/** Puts literals and values of columns together to the expression of a text. */
final class EventText {

  private final List<String> parts = new ArrayList<>(List.of("''"));

  void literal(String text) {
    if (!text.isEmpty()) {
      parts.add("'" + text.replace("'", "''") + "'");
    }
  }

  /** The value as text; nothing where it is NULL. */
  void column(String name) {
    parts.add("coalesce(cast(" + Names.quoted(name) + " as string), '')");
  }

  String expression() {
    return "concat(" + String.join(", ", parts) + ")";
  }

  /** A row as an object of JSON, with the columns in their order. */
  static String json(List<Column> columns) {
    var text = new EventText();
    text.literal("{");
    for (int i = 0; i < columns.size(); i++) {
      text.literal((i == 0 ? "" : ",") + quoted(columns.get(i).name()) + ":");
      text.parts.add("coalesce(" + value(columns.get(i)) + ", 'null')");
    }
    text.literal("}");
    return text.expression();
  }

  /** Decimals are strings, since most readers of JSON take numbers for floats. */
  private static String value(Column column) {
    String name = Names.quoted(column.name());
    String text = "cast(" + name + " as string)";
    return switch (column.type()) {
      case PlainType.STRING -> "json_quote(" + name + ")";
      case PlainType.INTEGER, PlainType.BOOLEAN, PlainType.JSON -> text;
      case PlainType.FLOAT ->
          "case when is_finite(" + name + ") then " + text + " else json_quote(" + text + ") end";
      case PlainType.TIMESTAMP -> "json_quote(replace(" + text + ", ' ', 'T'))";
      case DataType _ -> "json_quote(" + text + ")";
    };
  }

  private static String quoted(String name) {
    var json = new StringBuilder("\"");
    name.chars()
        .forEach(sign -> {
          switch (sign) {
            case '"', '\\' -> json.append('\\').append((char) sign);
            default -> {
              if (sign < ' ') {
                json.append("\\u%04x".formatted(sign));
              } else {
                json.append((char) sign);
              }
            }
          }
        });
    return json.append('"').toString();
  }
}
