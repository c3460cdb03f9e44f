package io.qarion.plugins.files.xlsx;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.file.FileLoader;
import io.qarion.core.file.FileRequest;
import io.qarion.core.file.FileSource;
import io.qarion.core.file.SniffReport;
import io.qarion.plugins.files.common.DeclaredColumns;
import io.qarion.plugins.files.xlsx.WorkbookContents.SheetEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Opens workbooks: one table in one sheet. */
public final class XlsxFileLoader implements FileLoader {

  @Override
  public FileSource open(FileRequest request) {
    SheetTable table = table(request);
    Schema wanted = DeclaredColumns.wanted(request, table.detected());
    List<String> names = table.detected().names();
    List<Integer> columns =
        wanted.names().stream()
            .map(name -> table.records().firstColumn() + names.indexOf(name))
            .toList();
    List<DataType> types = wanted.columns().stream().map(Column::type).toList();
    return new FileSource.Rows(
        request.file(),
        request.shownName(),
        wanted,
        new SheetRecords(request.file(), request.shownName(), table, columns, types));
  }

  @Override
  public SniffReport sniff(FileRequest request) {
    SheetTable table = table(request);
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("sheet", table.choice().sheet().name());
    request.options().text("range").ifPresent(range -> options.put("range", range));
    options.put("header", table.header().<Object>map(row -> (long) row).orElse(false));
    List<String> sheets = table.contents().sheets().stream().map(SheetEntry::name).toList();
    return new SniffReport(
        "xlsx", options, table.detected(), decisions(table), Map.of("sheet", sheets));
  }

  private static SheetTable table(FileRequest request) {
    var problems = new WorkbookProblems(request.shownName());
    WorkbookContents contents;
    try (WorkbookPackage file = WorkbookPackage.open(request.file(), problems)) {
      contents = WorkbookContents.of(file);
    }
    SheetChoice choice = SheetChoice.of(request, contents.sheets());
    return SheetTable.of(request.file(), contents, choice, problems);
  }

  private static List<String> decisions(SheetTable table) {
    var decisions = new ArrayList<String>();
    decisions.add(
        "sheet = %s, of: %s"
            .formatted(
                table.choice().sheet().name(),
                table.contents().sheets().stream()
                    .map(sheet -> sheet.name() + (sheet.hidden() ? " (hidden)" : ""))
                    .collect(Collectors.joining(", "))));
    decisions.add(
        "Columns %s to %s are read; %s."
            .formatted(
                CellRange.letters(table.records().firstColumn()),
                CellRange.letters(table.records().lastColumn()),
                table
                    .header()
                    .map("their names stand in row %d"::formatted)
                    .orElse("no row holds their names")));
    decisions.add("Types are those of the first %,d rows.".formatted(SheetTable.SAMPLE));
    table
        .mixed()
        .forEach(
            name -> decisions.add("'%s' is text: its cells are of several kinds.".formatted(name)));
    return decisions;
  }
}
