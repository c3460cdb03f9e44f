package io.qarion.plugins.files.csv;

import io.qarion.core.engine.FileTarget;
import io.qarion.core.file.FileExporter;
import io.qarion.core.flow.Settings;
import io.qarion.core.plugin.ExporterPlugin;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.plugins.files.common.Compression;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes CSV and TSV. */
public final class CsvExporterPlugin implements ExporterPlugin {

  @Override
  public List<String> formats() {
    return List.of("csv", "tsv");
  }

  @Override
  public List<PropertyDeclaration> options() {
    return List.of(
        PropertyDeclaration.optional("delimiter", Simple.TEXT, ",", "Parts the fields."),
        PropertyDeclaration.optional("quote", Simple.TEXT, "\"", "Encloses a field."),
        PropertyDeclaration.optional("header", Simple.FLAG, "true", "Whether names come first."),
        PropertyDeclaration.optional("null_value", Simple.TEXT, "", "Stands for no value."));
  }

  @Override
  public FileExporter exporter(String format) {
    return (file, settings) -> target(file, settings, format.equals("tsv") ? "\t" : ",");
  }

  private static FileTarget target(Path file, Settings settings, String delimiter) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("HEADER", settings.flag("header", true));
    options.put("DELIMITER", settings.text("delimiter", delimiter));
    settings.text("quote").ifPresent(quote -> options.put("QUOTE", quote));
    settings.text("null_value").ifPresent(text -> options.put("NULLSTR", text));
    Compression.of(file).ifPresent(kind -> options.put("COMPRESSION", kind));
    return new FileTarget("csv", file, options);
  }
}
