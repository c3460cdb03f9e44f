package io.qarion.plugins.files.xlsx;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.problem.QarionException;
import io.qarion.core.transform.RowCursor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table that a sheet holds, as a sample shows it.
 *
 * @param contents of the workbook
 * @param records where its records stand
 * @param header row with the names; empty if there are none
 * @param detected its columns, from the left
 * @param mixed names of the columns that are text because they hold several kinds
 */
record SheetTable(
    WorkbookContents contents,
    SheetChoice choice,
    CellRange records,
    Optional<Integer> header,
    Schema detected,
    List<String> mixed) {

  static final int SAMPLE = 20_480;

  /**
   * Columns that are taken for a table without being asked for; more are a cell that went astray.
   */
  private static final int WIDEST = 2_000;

  /** Looks at the beginning of a sheet. */
  static SheetTable of(
      Path path, WorkbookContents contents, SheetChoice choice, WorkbookProblems problems) {
    try (SheetReader reader = SheetReader.open(path, contents, choice.sheet(), problems)) {
      return new Sample(contents, choice).read(reader, problems);
    }
  }

  /** What is being found out. */
  private static final class Sample {

    private final WorkbookContents contents;
    private final SheetChoice choice;
    private final Map<Integer, ColumnGuess> guesses = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();
    private Optional<Integer> header = Optional.empty();
    private int first = CellRange.LAST_COLUMN;
    private int last = -1;
    private int rows;

    Sample(WorkbookContents contents, SheetChoice choice) {
      this.contents = contents;
      this.choice = choice;
    }

    SheetTable read(SheetReader reader, WorkbookProblems problems) {
      CellRange range = choice.range();
      Optional<SheetRow> next = reader.next();
      while (next.isPresent() && rows < SAMPLE && next.get().number() <= range.lastRow()) {
        take(next.get());
        next = reader.next();
      }
      if (last < 0) {
        throw empty(problems);
      }
      if (!range.stated() && last - first >= WIDEST) {
        throw wide(problems);
      }
      CellRange columns =
          range.stated() && range.lastColumn() < CellRange.LAST_COLUMN
              ? range
              : range.withColumns(range.stated() ? range.firstColumn() : first, last);
      return new SheetTable(
          contents,
          choice,
          columns.from(Math.max(firstRow(), header.map(row -> row + 1).orElse(1))),
          header,
          columns(columns),
          mixed(columns));
    }

    private void take(SheetRow row) {
      List<SheetCell> cells =
          row.cells().stream().filter(cell -> choice.range().hasColumn(cell.column())).toList();
      boolean isHeader = isHeader(row);
      boolean counts = isHeader || (row.number() >= firstRow() && !cells.isEmpty());
      if (!counts || (cells.isEmpty() && choice.headerRow().isEmpty())) {
        return;
      }
      for (SheetCell cell : cells) {
        first = Math.min(first, cell.column());
        last = Math.max(last, cell.column());
        if (isHeader) {
          names.put(cell.column(), name(cell));
        } else {
          guesses
              .computeIfAbsent(cell.column(), _ -> new ColumnGuess(contents.from1904()))
              .add(cell);
        }
      }
      if (isHeader) {
        header = Optional.of(row.number());
      } else {
        rows++;
      }
    }

    private boolean isHeader(SheetRow row) {
      if (!choice.header() || header.isPresent()) {
        return false;
      }
      return choice
          .headerRow()
          .map(stated -> stated == row.number())
          .orElseGet(() ->
              choice.range().hasRow(row.number())
                  && row.cells().stream()
                      .anyMatch(cell -> choice.range().hasColumn(cell.column())));
    }

    /** Records stand below the names, whether or not the row of the names holds something. */
    private int firstRow() {
      int below = choice.headerRow().map(row -> row + 1).orElse(1);
      return Math.max(below, choice.range().firstRow());
    }

    private String name(SheetCell cell) {
      return switch (new CellText(contents.from1904()).of(cell, PlainType.STRING)) {
        case RowCursor.Fault(String text) -> text;
        case Object text -> text.toString().strip();
      };
    }

    private Schema columns(CellRange range) {
      var columns = new ArrayList<Column>();
      Set<String> taken = new HashSet<>();
      for (int i = range.firstColumn(); i <= range.lastColumn(); i++) {
        String written = names.getOrDefault(i, "");
        String name = written.isEmpty() ? "column" + (i - range.firstColumn()) : written;
        columns.add(Column.of(unique(name, taken), type(i)));
      }
      return new Schema(columns);
    }

    /** Names that differ in their case only are equal to some engines. */
    private static String unique(String name, Set<String> taken) {
      String unique = name;
      for (int i = 1; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
        unique = name + "_" + i;
      }
      return unique;
    }

    private PlainType type(int column) {
      return guesses.containsKey(column) ? guesses.get(column).type() : PlainType.STRING;
    }

    private List<String> mixed(CellRange range) {
      return guesses.entrySet().stream()
          .filter(entry -> range.hasColumn(entry.getKey()) && entry.getValue().isMixed())
          .map(Map.Entry::getKey)
          .sorted()
          .map(column -> columns(range).names().get(column - range.firstColumn()))
          .toList();
    }

    private QarionException wide(WorkbookProblems problems) {
      return problems.of(
          "xlsx.too_wide",
          "The cells of sheet '%s' that hold something reach from column %s to %s."
              .formatted(choice.sheet().name(), CellRange.letters(first), CellRange.letters(last)),
          "State which columns are read, such as range = \"A:F\".");
    }

    private QarionException empty(WorkbookProblems problems) {
      String sheets =
          contents.sheets().stream()
              .map(WorkbookContents.SheetEntry::name)
              .collect(Collectors.joining(", "));
      return problems.of(
          "xlsx.empty",
          choice.range().equals(CellRange.ALL)
              ? "Sheet '%s' is empty.".formatted(choice.sheet().name())
              : "Sheet '%s' holds nothing in the stated range.".formatted(choice.sheet().name()),
          "State another sheet or range; the sheets are %s.".formatted(sheets));
    }
  }
}
