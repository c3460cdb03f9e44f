package io.qarion.core.expression;

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
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the small table that examples run over. */
final class ExampleRows {

  private static final Pattern TAB = Pattern.compile("\t");

  private ExampleRows() {}

  static RowPage read(List<String> lines) {
    Schema schema =
        new Schema(TAB.splitAsStream(lines.getFirst()).map(ExampleRows::column).toList());
    var rows = new ArrayList<List<@Nullable Object>>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = TAB.split(line, -1);
      var row = new ArrayList<@Nullable Object>();
      for (int i = 0; i < cells.length; i++) {
        row.add(value(schema.columns().get(i).type(), cells[i]));
      }
      rows.add(row);
    }
    return new RowPage(schema, 0, rows, false);
  }

  private static Column column(String heading) {
    int blank = heading.indexOf(' ');
    DataType type = DataType.parse(heading.substring(blank + 1)).orElseThrow();
    return Column.of(heading.substring(0, blank), type);
  }

  private static @Nullable Object value(DataType type, String text) {
    if (text.equals("NULL")) {
      return null;
    }
    return switch (type) {
      case DecimalType _ -> new BigDecimal(text);
      case PlainType plain ->
          switch (plain) {
            case BOOLEAN -> Boolean.valueOf(text);
            case INTEGER -> Long.valueOf(text);
            case FLOAT -> Double.valueOf(text);
            case DATE -> LocalDate.parse(text);
            case TIME -> LocalTime.parse(text);
            case TIMESTAMP -> LocalDateTime.parse(text);
            case STRING, JSON, BINARY -> text;
          };
    };
  }
}
