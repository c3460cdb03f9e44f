package io.qarion.plugins.duckdb;

import io.qarion.core.transform.FileRelation;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a described file as a table function of DuckDB; nothing is left to be guessed. */
public final class RelationSql {

  /** Option of a relation that is ours and no option of DuckDB's reader. */
  public static final String DATE_FORMAT = "date_format";

  /** Bytes that one JSON object may have. */
  public static final int MAX_OBJECT = 1 << 28;

  public static final String TIMESTAMP_FORMAT = "timestamp_format";
  public static final String DECIMAL_POINT = "decimal";
  public static final String THOUSANDS = "thousands";
  public static final String TRIM = "trim";
  public static final String SOURCE_ZONE = "source_zone";

  /** All options that are ours. */
  public static final List<String> OWN_OPTIONS =
      List.of(DATE_FORMAT, TIMESTAMP_FORMAT, DECIMAL_POINT, THOUSANDS, TRIM, SOURCE_ZONE);

  private RelationSql() {}

  /** Whether the reader gives text that has yet to be converted. */
  public static boolean givesText(FileRelation file) {
    return !file.reader().equals("parquet");
  }

  /**
   * The call, such as {@code read_csv('…', …)}.
   *
   * @param rejects table that a CSV reader notes malformed records in; without one they fail it
   */
  public static String call(FileRelation file, Optional<String> rejects) {
    Map<String, Object> options = new LinkedHashMap<>();
    switch (file.reader()) {
      case "csv" -> {
        options.put("auto_detect", false);
        options.put("columns", textColumns(file));
        options.put("allow_quoted_nulls", false);
        options.put("strict_mode", true);
        options.put("null_padding", false);
        rejects.ifPresent(table -> {
          options.put("store_rejects", true);
          options.put("rejects_table", table);
          options.put("rejects_scan", table + "_scan");
        });
      }
      case "json" -> {
        options.put("auto_detect", false);
        options.put("columns", textColumns(file));
        options.put("maximum_object_size", MAX_OBJECT);
      }
      case "parquet" -> {}
      default -> throw new IllegalArgumentException("no reader for " + file.reader());
    }
    file.options().forEach(options::put);
    OWN_OPTIONS.forEach(options::remove);
    String arguments =
        options.entrySet().stream()
            .map(option -> ", " + option.getKey() + " = " + SqlText.option(option.getValue()))
            .collect(Collectors.joining());
    return "read_" + file.reader() + "(" + SqlText.text(file.file().toString()) + arguments + ")";
  }

  /** The lines of a text file, packed or not, as a column {@code line}; NULL where one is blank. */
  public static String lines(Path file) {
    // A delimiter that no text holds, so that a line is one field.
    return """
    read_csv(%s, auto_detect = false, delim = E'\\x1f\\x1e\\x1d', quote = '', escape = '',
      header = false, strict_mode = false, columns = {'line': 'VARCHAR'})\
    """
        .formatted(SqlText.text(file.toString()));
  }

  private static Map<String, Object> textColumns(FileRelation file) {
    var columns = new LinkedHashMap<String, Object>();
    file.fileColumns().forEach(name -> columns.put(name, "VARCHAR"));
    return columns;
  }
}
