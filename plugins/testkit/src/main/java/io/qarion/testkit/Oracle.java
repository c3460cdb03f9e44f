package io.qarion.testkit;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Worked examples with the output to expect; an empty field is NULL. */
final class Oracle {

  private Oracle() {}

  /**
   * Columns of a file that lies beside the suites.
   *
   * @param schema the columns wanted, found by name in any case
   */
  static RowPage read(String file, Schema schema) {
    List<String> lines = text(file).lines().toList();
    List<String> names = List.of(lines.getFirst().split(",", -1));
    var rows = new ArrayList<List<@Nullable Object>>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      var row = new ArrayList<@Nullable Object>();
      for (Column column : schema.columns()) {
        String cell = cells[names.indexOf(column.name())];
        row.add(
            cell.isEmpty()
                ? null
                : TextTable.value(cell.replaceFirst("(?<=\\d) (?=\\d)", "T"), column.type()));
      }
      rows.add(row);
    }
    return RowPage.of(schema, 0, rows, false);
  }

  private static String text(String file) {
    try (InputStream in = Oracle.class.getResourceAsStream("oracles/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("no oracle " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
