package io.qarion.core.file;

import io.qarion.core.expression.Formula;
import io.qarion.core.expression.Names;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.TransformationRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps text from being run as a formula by the spreadsheet that opens a file. */
public final class SpreadsheetSafety {

  private SpreadsheetSafety() {}

  /** Puts an apostrophe before text that begins like a formula and is no plain number. */
  public static TransformationRule neutralise(List<String> textColumns) {
    Map<String, Formula> columns = new LinkedHashMap<>();
    for (String column : textColumns) {
      columns.put(
          column,
          Formula.parse(
              "case when %s then concat('''', %s) else %s end"
                  .formatted(isFormula(column), Names.quoted(column), Names.quoted(column))));
    }
    return new DeriveColumns(columns);
  }

  /** Keeps the rows that {@link #neutralise} would change. */
  public static TransformationRule rowsChanged(List<String> textColumns) {
    return new FilterRows(
        Formula.parse(
            textColumns.stream()
                .map(SpreadsheetSafety::isFormula)
                .collect(Collectors.joining(" or "))));
  }

  private static String isFormula(String column) {
    String name = Names.quoted(column);
    return "(regexp_matches(%s, '^[=+@\\t\\r-]') and try_cast(%s as float) is null)"
        .formatted(name, name);
  }
}
