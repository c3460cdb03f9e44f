package io.qarion.core.plugin;

import io.qarion.core.file.FileExporter;
import java.util.List;

/** Writes files of some formats. */
public interface ExporterPlugin {

  /** The values of {@code format} it answers to. */
  List<String> formats();

  /** Settings beside {@code format}. */
  List<PropertyDeclaration> options();

  FileExporter exporter(String format);
}
