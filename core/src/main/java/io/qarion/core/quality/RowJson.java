package io.qarion.core.quality;

import io.qarion.core.dataset.Schema;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row as a JSON object: numbers and truth values as such, all else as text. */
final class RowJson {

  private RowJson() {}

  static String of(Schema schema, List<@Nullable Object> row) {
    var text = new StringBuilder("{");
    for (int i = 0; i < row.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      quote(schema.names().get(i), text);
      text.append(':');
      append(row.get(i), text);
    }
    return text.append('}').toString();
  }

  private static void append(@Nullable Object value, StringBuilder text) {
    switch (value) {
      case null -> text.append("null");
      case Boolean flag -> text.append(flag);
      case Long number -> text.append(number);
      case BigDecimal number -> text.append(number.toPlainString());
      case Double number when Double.isFinite(number) -> text.append(number);
      case byte[] bytes -> quote(HexFormat.of().formatHex(bytes), text);
      default -> quote(value.toString(), text);
    }
  }

  private static void quote(String value, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char each = value.charAt(i);
      switch (each) {
        case '"', '\\' -> text.append('\\').append(each);
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (each < ' ') {
            text.append("\\u00").append(HexFormat.of().toHexDigits((byte) each));
          } else {
            text.append(each);
          }
        }
      }
    }
    text.append('"');
  }
}
