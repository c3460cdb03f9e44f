package io.qarion.plugins.files.xlsx;

import io.qarion.core.dataset.DataType;
import io.qarion.core.problem.QarionException;
import io.qarion.core.transform.RowCursor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a table in a sheet, as often as it is asked.
 *
 * @param shownName path as the user knows it
 * @param table where the records stand
 * @param columns the wanted ones, from 0 in the sheet, and what they are to be
 * @param types of the wanted columns
 */
record SheetRecords(
    Path path, String shownName, SheetTable table, List<Integer> columns, List<DataType> types)
    implements RowCursor.Opener {

  SheetRecords {
    columns = List.copyOf(columns);
    types = List.copyOf(types);
  }

  @Override
  public RowCursor open() {
    return new Cursor();
  }

  @Override
  public List<String> places() {
    return columns.stream().map(CellRange::letters).toList();
  }

  /** One reading. */
  private final class Cursor implements RowCursor {

    private final WorkbookProblems problems = new WorkbookProblems(shownName);
    private final CellText text = new CellText(table.contents().from1904());
    private final SheetReader reader =
        SheetReader.open(path, table.contents(), table.choice().sheet(), problems);
    private final int[] wanted = new int[table.records().lastColumn() + 1];

    Cursor() {
      for (int i = 0; i < columns.size(); i++) {
        wanted[columns.get(i)] = i + 1;
      }
    }

    @Override
    public Optional<Row> next() {
      Optional<SheetRow> next = reader.next();
      while (next.isPresent()) {
        SheetRow row = next.get();
        if (table.records().hasRow(row.number()) && isRecord(row)) {
          return Optional.of(record(row));
        }
        next = reader.next();
      }
      return Optional.empty();
    }

    /** A row with nothing in the table's columns is none, like a blank line. */
    private boolean isRecord(SheetRow row) {
      boolean holds = false;
      for (SheetCell cell : row.cells()) {
        if (table.records().hasColumn(cell.column())) {
          holds = true;
        } else if (table.choice().range().hasColumn(cell.column())) {
          throw outside(cell, row.number());
        }
      }
      return holds;
    }

    private Row record(SheetRow row) {
      var fields = new ArrayList<@Nullable Object>(Collections.nCopies(columns.size(), null));
      for (SheetCell cell : row.cells()) {
        int field = cell.column() < wanted.length ? wanted[cell.column()] - 1 : -1;
        if (field >= 0) {
          fields.set(field, text.of(cell, types.get(field)));
        }
      }
      return new Row(row.number(), fields);
    }

    private QarionException outside(SheetCell cell, int row) {
      return problems.of(
          "xlsx.outside",
          "Cell %s%d of sheet '%s' stands beside columns %s to %s, which hold its first rows."
              .formatted(
                  CellRange.letters(cell.column()),
                  row,
                  table.choice().sheet().name(),
                  CellRange.letters(table.records().firstColumn()),
                  CellRange.letters(table.records().lastColumn())),
          "State which columns are read, such as range = \"%s:%s\"."
              .formatted(
                  CellRange.letters(table.records().firstColumn()),
                  CellRange.letters(Math.max(table.records().lastColumn(), cell.column()))));
    }

    @Override
    public void close() {
      reader.close();
    }
  }
}
