package io.qarion.plugins.duckdb;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.transform.FileRelation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the rows of a described file as SQL: typed values, and what is wrong with the others. */
public final class FileRows {

  private final FileRelation file;
  private final TextConversion conversion;

  public FileRows(FileRelation file) {
    this.file = file;
    this.conversion = new TextConversion(file);
  }

  /** A SELECT of the wanted columns, NULL where a value is bad; malformed records are left out. */
  public String lenient() {
    return "SELECT %s FROM %s"
        .formatted(
            file.schema().columns().stream()
                .map(column -> value(column) + " AS " + SqlText.name(column.name()))
                .collect(Collectors.joining(", ")),
            file.reader().equals("csv")
                ? csvIgnoringErrors()
                : RelationSql.call(file, Optional.empty()));
  }

  /** The typed value of a column. */
  public String value(Column column) {
    if (RelationSql.givesText(file)) {
      return conversion.value(column.name(), column.type());
    }
    String name = SqlText.name(column.name());
    return column.type() == PlainType.JSON
        ? "to_json(%s)".formatted(name)
        : "TRY_CAST(%s AS %s)".formatted(name, DuckDbTypes.of(column.type()));
  }

  /** A condition that holds where a column's value is bad or a required one is missing. */
  public String isBad(Column column) {
    String missing = column.required() ? " OR " + SqlText.name(column.name()) + " IS NULL" : "";
    return "(" + notConvertible(column) + missing + ")";
  }

  /** Columns that can be bad at all. */
  public List<Column> riskyColumns() {
    return file.schema().columns().stream()
        .filter(column -> column.required() || !notConvertible(column).equals("false"))
        .toList();
  }

  private String notConvertible(Column column) {
    DataType type = column.type();
    if (RelationSql.givesText(file)) {
      return conversion.isBad(column.name(), type);
    }
    if (type == PlainType.STRING || type == PlainType.JSON) {
      return "false";
    }
    String name = SqlText.name(column.name());
    String cast = "TRY_CAST(%s AS %s)".formatted(name, DuckDbTypes.of(type));
    String changed = type.isNumeric() ? " OR %s <> %s".formatted(cast, name) : "";
    return "(%s IS NOT NULL AND (%s IS NULL%s))".formatted(name, cast, changed);
  }

  private String csvIgnoringErrors() {
    String call = RelationSql.call(file, Optional.empty());
    return call.substring(0, call.length() - 1) + ", ignore_errors = true)";
  }
}
