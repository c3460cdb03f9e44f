package io.qarion.plugins.files.csv;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Schema;
import io.qarion.core.flow.Settings;
import io.qarion.plugins.duckdb.DuckDbTypes;
import io.qarion.plugins.duckdb.RelationSql;
import io.qarion.plugins.duckdb.SqlText;
import io.qarion.plugins.duckdb.TextRow;
import io.qarion.plugins.files.common.DateFormats;
import io.qarion.plugins.files.common.FileProbe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a CSV file is written: as its user says, and sniffed from a sample where nothing is said.
 *
 * @param options for DuckDB's reader, all of them stated
 * @param detected columns in the file's order, with the types of the sample
 * @param decisions how each thing was decided
 */
record CsvDialect(Map<String, Object> options, Schema detected, List<String> decisions) {

  static final int SAMPLE = 20_480;

  private static final int LONGEST_LINE = 1 << 24;

  /** Options of DuckDB's reader with what users call them. */
  private static final Map<String, String> WRITTEN =
      Map.of(
          "delim", "delimiter",
          "quote", "quote",
          "escape", "escape",
          "header", "header",
          "skip", "skip_rows",
          "comment", "comment");

  /**
   * What is known before.
   *
   * @param tabs whether fields are parted by tabs where nothing else is said
   * @param cleaned whether comments and skipped lines are gone already
   */
  record Known(boolean tabs, boolean cleaned) {}

  /** Lines before the header, or before the records where there is none. */
  static long skipped(Settings settings) {
    return settings.values().get("header") instanceof Long row
        ? Math.max(0, row - 1)
        : settings.integer("skip_rows").orElse(0L);
  }

  static CsvDialect of(FileProbe probe, Path file, Settings settings, Known known) {
    Map<String, Object> stated = stated(settings, known);
    var arguments = new ArrayList<>(List.of(SqlText.text(file.toString())));
    arguments.add("sample_size = " + SAMPLE);
    arguments.add("ignore_errors = true");
    stated.forEach((key, value) -> arguments.add(key + " = " + SqlText.option(value)));
    List<TextRow> rows =
        probe.rows(
            "SELECT *, unnest(Columns, recursive := true) FROM sniff_csv("
                + String.join(", ", arguments)
                + ")");
    CsvDialect sniffed = sniffed(rows, stated, settings);
    return LeadingZeros.kept(probe, file, sniffed);
  }

  /** The same findings stand in every row, which has one column of the file each. */
  private static CsvDialect sniffed(
      List<TextRow> rows, Map<String, Object> stated, Settings settings) {
    TextRow found = rows.getFirst();
    Map<String, Object> options = new LinkedHashMap<>();
    var decisions = new ArrayList<String>();
    String delimiter = text(found, "Delimiter").orElse(",");
    // A sample without quotes says nothing of the rest of the file.
    String quote = text(found, "Quote").orElse("\"");
    options.put("delim", delimiter);
    options.put("quote", quote);
    options.put("escape", text(found, "Escape").orElse(quote));
    options.put("header", found.flag("HasHeader"));
    options.put("skip", found.number("SkipRows"));
    text(found, "Comment").ifPresent(comment -> options.put("comment", comment));
    options.putAll(stated);
    options.remove("comment", "");
    options.putIfAbsent("nullstr", List.of(""));
    for (String key : List.of("delim", "quote", "header", "skip")) {
      decisions.add(
          "%s = %s, %s"
              .formatted(
                  WRITTEN.get(key),
                  options.get(key) instanceof String text ? SqlText.text(text) : options.get(key),
                  stated.containsKey(key) ? "stated" : "detected"));
    }
    Schema columns = columns(rows);
    if (columns.size() == 1 && !stated.containsKey("delim")) {
      decisions.add(
          "Only one column was found: state the delimiter if the lines hold more than one.");
    }
    own(settings, options);
    return new CsvDialect(options, columns, decisions);
  }

  private static Map<String, Object> stated(Settings settings, Known known) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("max_line_size", LONGEST_LINE);
    options.put("buffer_size", 2 * LONGEST_LINE);
    if (known.tabs()) {
      options.put("delim", "\t");
    }
    settings.text("delimiter").ifPresent(text -> options.put("delim", text));
    settings.text("quote").ifPresent(text -> options.put("quote", text));
    settings.text("escape").ifPresent(text -> options.put("escape", text));
    if (known.cleaned()) {
      options.put("comment", "");
      options.put("skip", 0L);
    } else if (settings.has("skip_rows") || settings.values().get("header") instanceof Long) {
      options.put("skip", skipped(settings));
    }
    switch (settings.values().get("header")) {
      case Boolean flag -> options.put("header", flag);
      case Long _ -> options.put("header", true);
      case null, default -> {}
    }
    if (settings.has("null_values")) {
      options.put("nullstr", settings.texts("null_values"));
    }
    return options;
  }

  /** Options that conversion needs, which is ours. */
  private static void own(Settings settings, Map<String, Object> options) {
    settings.text("decimal").ifPresent(text -> options.put(RelationSql.DECIMAL_POINT, text));
    settings.text("thousands").ifPresent(text -> options.put(RelationSql.THOUSANDS, text));
    settings.flag("trim").ifPresent(flag -> options.put(RelationSql.TRIM, flag));
    settings.text("source_zone").ifPresent(text -> options.put(RelationSql.SOURCE_ZONE, text));
    settings
        .text("date_format")
        .ifPresent(text -> options.put(RelationSql.DATE_FORMAT, DateFormats.toDuckDb(text)));
    settings
        .text("timestamp_format")
        .ifPresent(text -> options.put(RelationSql.TIMESTAMP_FORMAT, DateFormats.toDuckDb(text)));
  }

  /** The options as a user would write them. */
  Map<String, Object> stated() {
    Map<String, Object> written = new LinkedHashMap<>();
    WRITTEN.forEach((own, name) -> {
      if (options.containsKey(own)) {
        written.put(name, options.get(own));
      }
    });
    return written;
  }

  /** Options that are DuckDB's own. */
  static Map<String, Object> readers(Map<String, Object> options) {
    var own = new LinkedHashMap<>(options);
    RelationSql.OWN_OPTIONS.forEach(own::remove);
    return own;
  }

  private static Schema columns(List<TextRow> rows) {
    return new Schema(
        rows.stream()
            .map(row ->
                Column.of(
                    row.text("name").orElse(""), DuckDbTypes.parse(row.text("type").orElse(""))))
            .toList());
  }

  private static Optional<String> text(TextRow found, String column) {
    return found
        .text(column)
        .filter(text -> !text.isEmpty() && !text.equals("(empty)"))
        .map(text -> text.equals("\\t") ? "\t" : text);
  }
}
