package io.qarion.plugins.files.xlsx;

import io.qarion.core.file.FileRequest;
import io.qarion.core.flow.Settings;
import io.qarion.core.problem.NearestName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.QuickFix;
import io.qarion.plugins.files.xlsx.WorkbookContents.SheetEntry;
import java.util.List;
import java.util.Optional;

/**
 * Which part of a workbook is read, as its user says.
 *
 * @param headerRow row with the names, from 1; empty if it is the first that holds something
 * @param header whether names stand above the records
 */
record SheetChoice(SheetEntry sheet, CellRange range, boolean header, Optional<Integer> headerRow) {

  static SheetChoice of(FileRequest request, List<SheetEntry> sheets) {
    Settings options = request.options();
    CellRange range = options.text("range").map(text -> range(options, text)).orElse(CellRange.ALL);
    return switch (options.values().get("header")) {
      case Long row ->
          new SheetChoice(sheet(request, sheets), range, true, Optional.of(row(options, row)));
      case null -> new SheetChoice(sheet(request, sheets), range, true, Optional.empty());
      default ->
          new SheetChoice(
              sheet(request, sheets), range, options.flag("header", true), Optional.empty());
    };
  }

  private static SheetEntry sheet(FileRequest request, List<SheetEntry> sheets) {
    return switch (request.options().values().get("sheet")) {
      case null ->
          sheets.stream().filter(sheet -> !sheet.hidden()).findFirst().orElse(sheets.getFirst());
      case Long number ->
          sheets.stream()
              .filter(sheet -> sheet.number() == number)
              .findFirst()
              .orElseThrow(() -> missing(request, Long.toString(number), sheets));
      default -> {
        String name = request.options().text("sheet", "");
        yield sheets.stream()
            .filter(sheet -> sheet.name().equals(name))
            .findFirst()
            .or(() ->
                sheets.stream().filter(sheet -> sheet.name().equalsIgnoreCase(name)).findFirst())
            .orElseThrow(() -> missing(request, name, sheets));
      }
    };
  }

  private static QarionException missing(
      FileRequest request, String written, List<SheetEntry> sheets) {
    List<String> names = sheets.stream().map(SheetEntry::name).toList();
    String element = request.options().pathOf("sheet");
    String shown = written.chars().allMatch(Character::isDigit) ? written : "'" + written + "'";
    return new QarionException(
        Problem.error(
                "xlsx.no_sheet",
                Place.of(element),
                "%s has no sheet %s; its sheets are %s."
                    .formatted(request.shownName(), shown, String.join(", ", names)),
                NearestName.of(written, names)
                    .map("Did you mean '%s'?"::formatted)
                    .orElse("Write the name of one of them, or its number from 1."))
            .with(QuickFix.replacements(element, written, names)));
  }

  private static CellRange range(Settings options, String text) {
    return CellRange.parse(text)
        .orElseThrow(() ->
            new QarionException(
                Problem.error(
                    "xlsx.range",
                    Place.of(options.pathOf("range")),
                    "'%s' is no range of cells.".formatted(text),
                    "Write it like B3:F20, B3:F or B:F.")));
  }

  private static int row(Settings options, long row) {
    if (row < 1 || row > CellRange.LAST_ROW) {
      throw new QarionException(
          Problem.error(
              "xlsx.header",
              Place.of(options.pathOf("header")),
              "A sheet has no row %,d.".formatted(row),
              "Write true, false, or the number of the row with the names, from 1."));
    }
    return (int) row;
  }
}
