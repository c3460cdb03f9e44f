package io.qarion.core.run;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.expression.Formula;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.FileRelation;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file that stands in for the landing it would be loaded into. */
final class LandedFile {

  private LandedFile() {}

  /** A source with other rows; a file gets the columns of a landing that the source asks for. */
  static TransformationSource as(TransformationSource source, RowSource rows) {
    return rows instanceof RowSource.InFile(FileRelation file)
        ? source.withRows(landed(source.schema(), file))
        : source.withRows(rows);
  }

  private static RowSource landed(Schema wanted, FileRelation file) {
    List<Column> added =
        TechnicalColumns.LANDING.stream()
            .filter(column -> wanted.has(column.name()) && !file.schema().has(column.name()))
            .toList();
    var inFile = new RowSource.InFile(file);
    if (added.isEmpty()) {
      return inFile;
    }
    Map<String, Formula> values = new LinkedHashMap<>();
    added.forEach(column -> values.put(column.name(), Formula.parse(value(column, file))));
    var columns = new ArrayList<>(file.schema().columns());
    columns.addAll(added);
    return new RowSource.Computed(
        Query.of(
            List.of(TransformationSource.of("file", inFile)), List.of(new DeriveColumns(values))),
        new Schema(columns));
  }

  /** Nobody numbers the records of a file that is only looked at. */
  private static String value(Column column, FileRelation file) {
    return switch (column.name()) {
      case TechnicalColumns.BATCH_ID -> ":" + BatchContext.BATCH_ID;
      case TechnicalColumns.LOADED_AT -> ":" + BatchContext.BATCH_CLOCK;
      case TechnicalColumns.SOURCE_FILE -> "'" + file.shownName().replace("'", "''") + "'";
      default -> "cast(null as " + column.type().text() + ")";
    };
  }
}
