package io.qarion.testkit;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows written as text, for tests that read well: a heading {@code id integer | name string}, then
 * a line a row. {@code NULL} is no value; text may stand in single quotes, for blanks at its ends.
 */
public final class TextTable {

  private TextTable() {}

  /** The rows of a text. */
  public static RowPage read(String text) {
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    Schema schema = new Schema(cells(lines.getFirst()).stream().map(TextTable::column).toList());
    var rows = new ArrayList<List<@Nullable Object>>();
    for (String line : lines.subList(1, lines.size())) {
      var row = new ArrayList<@Nullable Object>();
      List<String> cells = cells(line);
      for (int i = 0; i < schema.size(); i++) {
        row.add(value(cells.get(i), schema.columns().get(i).type()));
      }
      rows.add(row);
    }
    return RowPage.of(schema, 0, rows, false);
  }

  /** A value of a type from its text. */
  public static @Nullable Object value(String text, DataType type) {
    if (text.equals("NULL")) {
      return null;
    }
    return switch (type) {
      case DecimalType _ -> new BigDecimal(text);
      case PlainType.BOOLEAN -> Boolean.valueOf(text);
      case PlainType.INTEGER -> Long.valueOf(text);
      case PlainType.FLOAT -> floating(text);
      case PlainType.DATE -> LocalDate.parse(text);
      case PlainType.TIME -> LocalTime.parse(text);
      case PlainType.TIMESTAMP -> LocalDateTime.parse(text);
      case PlainType.STRING, PlainType.JSON -> unquoted(text);
      case PlainType.BINARY -> HexFormat.of().parseHex(text);
    };
  }

  private static Double floating(String text) {
    return switch (text) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.valueOf(text);
    };
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() > 1 && text.startsWith("'") && text.endsWith("'");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
  }

  private static Column column(String heading) {
    int blank = heading.lastIndexOf(' ');
    DataType type = DataType.parse(heading.substring(blank + 1)).orElseThrow();
    return Column.of(heading.substring(0, blank), type);
  }
}
