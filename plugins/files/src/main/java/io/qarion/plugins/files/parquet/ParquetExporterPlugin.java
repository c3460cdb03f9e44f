package io.qarion.plugins.files.parquet;

import io.qarion.core.engine.FileTarget;
import io.qarion.core.file.FileExporter;
import io.qarion.core.plugin.ExporterPlugin;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import java.util.List;
import java.util.Map;

/** Writes Parquet. */
public final class ParquetExporterPlugin implements ExporterPlugin {

  @Override
  public List<String> formats() {
    return List.of("parquet");
  }

  @Override
  public List<PropertyDeclaration> options() {
    return List.of(
        PropertyDeclaration.optional(
            "compression", Simple.TEXT, "zstd", "zstd, snappy, gzip or uncompressed."));
  }

  @Override
  public FileExporter exporter(String format) {
    return (file, settings) ->
        new FileTarget(
            "parquet", file, Map.of("COMPRESSION", settings.text("compression", "zstd")));
  }
}
