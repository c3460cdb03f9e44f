package io.qarion.app.designer.transfer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Takes the first rows of a data file, or all of a small one that can't be cut. */
final class DataSample {

  /** Rows of data; the head of a table comes on top. */
  static final int ROWS = 1000;

  /** A file that can't be cut is taken whole up to this size, a cut one is never larger either. */
  static final long MOST_BYTES = 4L << 20;

  private DataSample() {}

  /**
   * The sample; empty where the file is too large and can't be cut.
   *
   * @param file whose name says whether it consists of lines
   */
  static Optional<byte[]> of(Path file) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt")) {
      return lines(file, ROWS + 1, true);
    }
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return lines(file, ROWS, false);
    }
    return Files.size(file) <= MOST_BYTES
        ? Optional.of(Files.readAllBytes(file))
        : Optional.empty();
  }

  /**
   * Copies bytes, so that the encoding does not matter as long as line ends are single bytes.
   *
   * @param quoted whether a line end between quotes is part of a value
   */
  private static Optional<byte[]> lines(Path file, int most, boolean quoted) throws IOException {
    var sample = new ByteArrayOutputStream();
    boolean inside = false;
    int lines = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      for (int read = in.read(); read >= 0 && lines < most; read = in.read()) {
        if (sample.size() >= MOST_BYTES) {
          return Optional.empty();
        }
        sample.write(read);
        inside ^= quoted && read == '"';
        if (read == '\n' && !inside) {
          lines++;
        }
      }
    }
    return Optional.of(sample.toByteArray());
  }
}
