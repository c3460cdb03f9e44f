package io.qarion.plugins.files.csv;

import io.qarion.core.file.FileLoader;
import io.qarion.core.plugin.LoaderPlugin;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import java.util.List;

/** Reads CSV and TSV, plain or packed. */
public final class CsvLoaderPlugin implements LoaderPlugin {

  @Override
  public List<String> formats() {
    return List.of("csv", "tsv");
  }

  @Override
  public List<String> extensions() {
    return List.of(
        ".csv",
        ".tsv",
        ".txt",
        ".csv.gz",
        ".tsv.gz",
        ".csv.zst",
        ".tsv.zst",
        ".csv.zip",
        ".tsv.zip",
        // Known so that the file itself is looked at, and refused with a way out.
        ".csv.bz2",
        ".csv.xz",
        ".csv.7z",
        ".csv.rar",
        ".tsv.bz2",
        ".tsv.xz",
        ".tsv.7z",
        ".tsv.rar");
  }

  @Override
  public List<PropertyDeclaration> options() {
    return List.of(
        PropertyDeclaration.optional("delimiter", Simple.TEXT, "detected", "Parts the fields."),
        PropertyDeclaration.optional("quote", Simple.TEXT, "\"", "Encloses a field."),
        PropertyDeclaration.optional("escape", Simple.TEXT, "the quote", "Marks a quote inside."),
        PropertyDeclaration.optional(
            "header", Simple.VALUE, "detected", "true, false, or the header's row."),
        PropertyDeclaration.optional("encoding", Simple.TEXT, "utf-8", "Encoding of the text."),
        PropertyDeclaration.optional("null_values", Simple.TEXTS, "\"\"", "What means no value."),
        PropertyDeclaration.optional("decimal", Simple.TEXT, ".", "The decimal point."),
        PropertyDeclaration.optional("thousands", Simple.TEXT, "", "Parts groups of digits."),
        PropertyDeclaration.optional(
            "date_format", Simple.TEXT, "yyyy-MM-dd", "How dates are written."),
        PropertyDeclaration.optional(
            "timestamp_format", Simple.TEXT, "ISO 8601", "How timestamps are written."),
        PropertyDeclaration.optional("source_zone", Simple.TEXT, "UTC", "Zone of timestamps."),
        PropertyDeclaration.optional("skip_rows", Simple.INTEGER, "0", "Lines to pass over."),
        PropertyDeclaration.optional("comment", Simple.TEXT, "", "Begins a line to pass over."),
        PropertyDeclaration.optional(
            "line_ends",
            Simple.TEXT,
            "equal",
            "mixed: the file has line ends of several kinds; it is copied with equal ones."),
        PropertyDeclaration.optional(
            "trim", Simple.FLAG, "false", "Whether spaces around text are taken away."));
  }

  @Override
  public FileLoader loader(String format) {
    return new CsvFileLoader(format.equals("tsv"));
  }
}
