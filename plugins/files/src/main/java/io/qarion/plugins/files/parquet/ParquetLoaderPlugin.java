package io.qarion.plugins.files.parquet;

import io.qarion.core.file.FileLoader;
import io.qarion.core.plugin.LoaderPlugin;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import java.util.List;

/** Reads Parquet. */
public final class ParquetLoaderPlugin implements LoaderPlugin {

  @Override
  public List<String> formats() {
    return List.of("parquet");
  }

  @Override
  public List<String> extensions() {
    return List.of(".parquet");
  }

  @Override
  public List<PropertyDeclaration> options() {
    return List.of(
        PropertyDeclaration.optional("columns", Simple.TEXTS, "all", "The columns to read."),
        PropertyDeclaration.optional(
            "hive_partitioning",
            Simple.FLAG,
            "false",
            "Whether folders named column=value are columns."));
  }

  @Override
  public FileLoader loader(String format) {
    return new ParquetFileLoader();
  }
}
