package io.qarion.core.transform;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Schema;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file as rows, fully described: nothing is guessed when it is read.
 *
 * @param reader {@code csv}, {@code json} or {@code parquet}
 * @param file readable where the engine runs
 * @param shownName path as the user knows it, relative to the project
 * @param fileColumns the columns in the file, in its order, by the names they have there
 * @param schema the columns wanted, each a column of the file; others are left out
 * @param options of the reader, each stated
 */
public record FileRelation(
    String reader,
    Path file,
    String shownName,
    List<String> fileColumns,
    Schema schema,
    Map<String, Object> options) {

  public FileRelation {
    fileColumns = List.copyOf(fileColumns);
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    for (Column column : schema.columns()) {
      if (!fileColumns.contains(column.name())) {
        throw new IllegalArgumentException(shownName + " has no column " + column.name());
      }
    }
  }
}
