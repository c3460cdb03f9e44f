package io.qarion.core.engine;

import io.qarion.core.problem.Problem;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file to write, fully described.
 *
 * @param writer {@code csv}, {@code json} (an array), {@code jsonl} or {@code parquet}; another
 *     name where an exporter writes it
 * @param file does not exist yet
 * @param rows writes the file where engines can't: they hand it the rows
 */
public record FileTarget(
    String writer, Path file, Map<String, Object> options, Optional<RowWriter> rows) {

  public FileTarget {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /** A file that engines write by themselves. */
  public FileTarget(String writer, Path file, Map<String, Object> options) {
    this(writer, file, options, Optional.empty());
  }

  /** What the user should know of the file, once it is written. */
  public List<Problem> notes() {
    return rows.map(RowWriter::notes).orElse(List.of());
  }
}
