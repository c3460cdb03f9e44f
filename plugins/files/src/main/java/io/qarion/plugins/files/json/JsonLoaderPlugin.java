package io.qarion.plugins.files.json;

import io.qarion.core.file.FileLoader;
import io.qarion.core.plugin.LoaderPlugin;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import java.util.List;

/** Reads JSON and JSON lines. */
public final class JsonLoaderPlugin implements LoaderPlugin {

  @Override
  public List<String> formats() {
    return List.of("jsonl", "json");
  }

  @Override
  public List<String> extensions() {
    return List.of(
        ".json", ".jsonl", ".ndjson", ".json.gz", ".jsonl.gz", ".json.zst", ".jsonl.zst");
  }

  @Override
  public List<PropertyDeclaration> options() {
    return List.of(
        PropertyDeclaration.optional(
            "records_path", Simple.TEXT, "the top", "Pointer to the array, such as /data/items."),
        PropertyDeclaration.optional(
            "flatten", Simple.FLAG, "false", "Whether objects inside become columns."),
        PropertyDeclaration.optional(
            "timestamp_format", Simple.TEXT, "ISO 8601", "How timestamps are written."));
  }

  @Override
  public FileLoader loader(String format) {
    return new JsonFileLoader(format.equals("jsonl"));
  }
}
