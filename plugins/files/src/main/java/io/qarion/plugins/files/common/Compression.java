package io.qarion.plugins.files.common;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Tells by a file's name how it is packed. */
public final class Compression {

  private Compression() {}

  /** {@code gzip} or {@code zstd}; empty for a plain file. */
  public static Optional<String> of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".gz")) {
      return Optional.of("gzip");
    }
    return name.endsWith(".zst") ? Optional.of("zstd") : Optional.empty();
  }
}
