package io.qarion.core.plugin;

import io.qarion.core.file.FileLoader;
import java.util.List;

/** Reads files of some formats. */
public interface LoaderPlugin {

  /** The values of {@code format} it answers to; the first is its own name. */
  List<String> formats();

  /** Ends of file names, such as {@code .csv.gz}, in lower case. */
  List<String> extensions();

  /** Settings below {@code [properties.load.options]}. */
  List<PropertyDeclaration> options();

  FileLoader loader(String format);
}
