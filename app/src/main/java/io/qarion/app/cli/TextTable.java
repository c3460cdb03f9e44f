package io.qarion.app.cli;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.RowPage;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints rows in columns; numbers to the right, NULL apart from empty text. */
final class TextTable {

  private static final int WIDEST = 40;

  private TextTable() {}

  static void print(RowPage page, PrintWriter out) {
    List<Column> columns = page.schema().columns();
    var lines = new ArrayList<List<String>>();
    lines.add(columns.stream().map(Column::name).toList());
    lines.add(columns.stream().map(column -> column.type().text()).toList());
    page.rows()
        .forEach(row -> lines.add(row.stream().map(TextTable::cell).collect(Collectors.toList())));
    int[] widths = new int[columns.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Math.min(WIDEST, length(line.get(i))));
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      out.println(line(lines.get(i), columns, widths));
      if (i == 1) {
        out.println(rule(widths));
      }
    }
  }

  private static String line(List<String> cells, List<Column> columns, int[] widths) {
    var parts = new ArrayList<String>();
    for (int i = 0; i < widths.length; i++) {
      String text = shortened(cells.get(i));
      String space = " ".repeat(widths[i] - length(text));
      parts.add(columns.get(i).type().isNumeric() ? space + text : text + space);
    }
    return String.join("  ", parts).stripTrailing();
  }

  private static String rule(int[] widths) {
    var parts = new ArrayList<String>();
    for (int width : widths) {
      parts.add("─".repeat(width));
    }
    return String.join("  ", parts);
  }

  private static String cell(@Nullable Object value) {
    return value == null ? "NULL" : value.toString().replace("\n", "⏎").replace("\r", "");
  }

  private static String shortened(String text) {
    return length(text) <= WIDEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, WIDEST - 1)) + "…";
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
