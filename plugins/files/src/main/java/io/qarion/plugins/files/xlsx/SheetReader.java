package io.qarion.plugins.files.xlsx;

import io.qarion.core.problem.QarionException;
import io.qarion.plugins.files.xlsx.SheetCell.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a sheet row by row, and refuses what is out of order; by ourselves for the reasons that
 * docs/decisions/0009-workbooks.md tells.
 */
final class SheetReader implements AutoCloseable {

  private static final String NOT_COMPUTED = "a formula whose value is not stored";

  private static final Pattern MIDNIGHT = Pattern.compile("T00:00(:00([.]0+)?)?Z?$");

  private final WorkbookPackage file;
  private final WorkbookProblems problems;
  private final SharedStrings strings;
  private final CellStyles styles;
  private final XmlPart xml;
  private int row;
  private int column;
  private boolean ended;

  private SheetReader(
      WorkbookPackage file, WorkbookContents contents, WorkbookContents.SheetEntry sheet) {
    this.file = file;
    this.problems = file.problems();
    this.styles = CellStyles.of(file, contents);
    this.strings = new SharedStrings(file, contents);
    this.xml = file.part(sheet.part(), WorkbookPackage.LARGE);
  }

  static SheetReader open(
      Path path,
      WorkbookContents contents,
      WorkbookContents.SheetEntry sheet,
      WorkbookProblems problems) {
    WorkbookPackage file = WorkbookPackage.open(path, problems);
    try {
      return new SheetReader(file, contents, sheet);
    } catch (QarionException e) {
      file.close();
      throw e;
    }
  }

  /** The next row that holds something; empty at the end, where the sheet is known to be whole. */
  Optional<SheetRow> next() {
    while (!ended && xml.next()) {
      if (xml.isStart("row")) {
        SheetRow found = row();
        if (!found.cells().isEmpty()) {
          return Optional.of(found);
        }
      } else if (xml.isEnd("sheetData")) {
        break;
      }
    }
    if (!ended) {
      ended = true;
      xml.finish();
      strings.finish();
    }
    return Optional.empty();
  }

  private SheetRow row() {
    int number = xml.attribute("r").map(this::rowNumber).orElse(row + 1);
    if (number <= row || number > CellRange.LAST_ROW) {
      throw problems.damaged("row %,d follows row %,d".formatted(number, row));
    }
    row = number;
    column = -1;
    var cells = new ArrayList<SheetCell>();
    while (!xml.isEnd("row") && xml.next()) {
      if (xml.isStart("c")) {
        cell().ifPresent(cells::add);
      }
    }
    return new SheetRow(number, List.copyOf(cells));
  }

  private Optional<SheetCell> cell() {
    int at = xml.attribute("r").map(this::column).orElse(column + 1);
    if (at <= column || at > CellRange.LAST_COLUMN) {
      throw problems.damaged("the cells of row %,d are not in their order".formatted(row));
    }
    column = at;
    String type = xml.attribute("t").orElse("n");
    Moment moment = xml.attribute("s").map(styles::moment).orElse(Moment.NONE);
    Optional<String> stored = Optional.empty();
    boolean formula = false;
    while (!xml.isEnd("c") && xml.next()) {
      if (xml.isStart("v")) {
        stored = Optional.of(xml.text());
      } else if (xml.isStart("is")) {
        stored = Optional.of(SharedStrings.item(xml, "is"));
      } else if (xml.isStart("f")) {
        formula = true;
        var _ = xml.text();
      }
    }
    if (stored.filter(text -> !text.isEmpty()).isEmpty() && !isText(type)) {
      return formula
          ? Optional.of(new SheetCell(at, Kind.FAULT, NOT_COMPUTED, moment))
          : Optional.empty();
    }
    return stored.map(text -> typed(at, type, text, moment));
  }

  private static boolean isText(String type) {
    return type.equals("str") || type.equals("inlineStr");
  }

  private SheetCell typed(int at, String type, String text, Moment moment) {
    return switch (type) {
      case "n" -> new SheetCell(at, Kind.NUMBER, text.strip(), moment);
      case "s" -> new SheetCell(at, Kind.TEXT, strings.text(textNumber(text)), moment);
      case "str" -> new SheetCell(at, Kind.TEXT, ExcelText.decoded(text), moment);
      case "inlineStr" -> new SheetCell(at, Kind.TEXT, text, moment);
      case "b" -> new SheetCell(at, Kind.FLAG, text.strip(), moment);
      case "d" -> new SheetCell(at, Kind.ISO_MOMENT, withoutMidnight(text.strip()), moment);
      case "e" -> new SheetCell(at, Kind.FAULT, text.isBlank() ? "#VALUE!" : text, moment);
      default ->
          throw problems.damaged(
              "cell %s%d is of the unknown type '%s'".formatted(CellRange.letters(at), row, type));
    };
  }

  private static String withoutMidnight(String moment) {
    return MIDNIGHT.matcher(moment).replaceFirst("");
  }

  private int rowNumber(String text) {
    return number(text, 0, "a row has the number '" + text + "'");
  }

  private int textNumber(String text) {
    return number(text.strip(), 0, "a cell refers to text '" + text + "'");
  }

  /** Column of a cell such as {@code C7}, which stands in row 7. */
  private int column(String cell) {
    String wrong = "a cell of row %,d is called '%s'".formatted(row, cell);
    int at = 0;
    int letters = 0;
    while (letters < cell.length() && letters < 4 && isLetter(cell.charAt(letters))) {
      at = at * 26 + cell.charAt(letters) - 'A' + 1;
      letters++;
    }
    if (letters == 0 || letters > 3 || number(cell, letters, wrong) != row) {
      throw problems.damaged(wrong);
    }
    return at - 1;
  }

  private static boolean isLetter(char sign) {
    return sign >= 'A' && sign <= 'Z';
  }

  private int number(String text, int from, String wrong) {
    int number = 0;
    if (text.length() <= from || text.length() - from > 9) {
      throw problems.damaged(wrong);
    }
    for (int i = from; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw problems.damaged(wrong);
      }
      number = number * 10 + digit;
    }
    return number;
  }

  @Override
  public void close() {
    try (file;
        strings) {
      xml.close();
    }
  }
}
