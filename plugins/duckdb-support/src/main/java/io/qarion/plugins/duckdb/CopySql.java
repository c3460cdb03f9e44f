package io.qarion.plugins.duckdb;

import io.qarion.core.engine.FileTarget;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a described target file as DuckDB's COPY. */
public final class CopySql {

  private CopySql() {}

  public static String of(String select, FileTarget target) {
    Map<String, Object> options = new LinkedHashMap<>();
    switch (target.writer()) {
      case "csv" -> options.put("FORMAT", "csv");
      case "json" -> {
        options.put("FORMAT", "json");
        options.put("ARRAY", true);
      }
      case "jsonl" -> options.put("FORMAT", "json");
      case "parquet" -> options.put("FORMAT", "parquet");
      default -> throw new IllegalArgumentException("no writer for " + target.writer());
    }
    options.putAll(target.options());
    return "COPY (%s) TO %s (%s)"
        .formatted(
            select,
            SqlText.text(target.file().toString()),
            options.entrySet().stream()
                .map(option -> option.getKey() + " " + SqlText.option(option.getValue()))
                .collect(Collectors.joining(", ")));
  }
}
