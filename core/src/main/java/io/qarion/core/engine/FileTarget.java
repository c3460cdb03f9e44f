package io.qarion.core.engine;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file to write, fully described.
 *
 * @param writer {@code csv}, {@code json} (an array), {@code jsonl} or {@code parquet}
 * @param file does not exist yet
 */
public record FileTarget(String writer, Path file, Map<String, Object> options) {

  public FileTarget {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }
}
