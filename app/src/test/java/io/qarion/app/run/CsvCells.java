package io.qarion.app.run;

import java.util.ArrayList;
import java.util.List;

/** Cuts a line of CSV into cells as they are written, quotes and all. */
final class CsvCells {

  private CsvCells() {}

  static List<String> of(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
