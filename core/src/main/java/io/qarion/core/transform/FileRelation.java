package io.qarion.core.transform;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Schema;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file as rows, fully described: nothing is guessed when it is read.
 *
 * @param reader {@code csv}, {@code json} or {@code parquet}; {@code rows} where a loader reads it
 * @param file readable where the engine runs
 * @param shownName path as the user knows it, relative to the project
 * @param fileColumns the columns in the file, in its order, by the names they have there
 * @param schema the columns wanted, each a column of the file; others are left out
 * @param options of the reader, each stated
 * @param rows gives the wanted columns of each record where the reader is {@code rows}
 */
public record FileRelation(
    String reader,
    Path file,
    String shownName,
    List<String> fileColumns,
    Schema schema,
    Map<String, Object> options,
    Optional<RowCursor.Opener> rows) {

  public FileRelation {
    fileColumns = List.copyOf(fileColumns);
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    for (Column column : schema.columns()) {
      if (!fileColumns.contains(column.name())) {
        throw new IllegalArgumentException(shownName + " has no column " + column.name());
      }
    }
  }

  /** A file that an engine reads by itself. */
  public FileRelation(
      String reader,
      Path file,
      String shownName,
      List<String> fileColumns,
      Schema schema,
      Map<String, Object> options) {
    this(reader, file, shownName, fileColumns, schema, options, Optional.empty());
  }

  /** A file whose records a loader hands out one by one. */
  public static FileRelation ofRows(
      Path file, String shownName, Schema schema, RowCursor.Opener rows) {
    return new FileRelation(
        "rows", file, shownName, schema.names(), schema, Map.of(), Optional.of(rows));
  }
}
