package io.qarion.plugins.files.json;

import io.qarion.core.engine.FileTarget;
import io.qarion.core.file.FileExporter;
import io.qarion.core.plugin.ExporterPlugin;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.plugins.files.common.Compression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes JSON arrays and JSON lines. */
public final class JsonExporterPlugin implements ExporterPlugin {

  @Override
  public List<String> formats() {
    return List.of("json", "jsonl");
  }

  @Override
  public List<PropertyDeclaration> options() {
    return List.of();
  }

  @Override
  public FileExporter exporter(String format) {
    return (file, _) -> {
      Map<String, Object> options = new LinkedHashMap<>();
      Compression.of(file).ifPresent(kind -> options.put("COMPRESSION", kind));
      return new FileTarget(format, file, options);
    };
  }
}
