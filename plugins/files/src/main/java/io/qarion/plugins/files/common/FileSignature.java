package io.qarion.plugins.files.common;

import io.qarion.core.file.FileRequest;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Looks at a text file's first bytes: refuses what is no text, and text that is not UTF-8. */
final class FileSignature {

  private static final int SAMPLE = 1 << 20;

  private static final List<Kind> KINDS =
      List.of(
          new Kind("425a68", ".bz2", "packed with bzip2", "Unpack it, or pack it with gzip."),
          new Kind("fd377a585a00", ".xz", "packed with xz", "Unpack it, or pack it with gzip."),
          new Kind("377abcaf271c", ".7z", "a 7-Zip archive", "Unpack it, or pack it with gzip."),
          new Kind("526172211a07", ".rar", "a RAR archive", "Unpack it, or pack it with gzip."),
          new Kind("d0cf11e0", ".xls", "an old Excel workbook", "Save it as .xlsx or CSV."),
          new Kind("50415231", ".parquet", "Parquet", "Write format = \"parquet\"."),
          new Kind(
              "504b0304",
              ".zip",
              "a zip archive or an Excel workbook",
              "Write format = \"xlsx\" for a workbook, or give an archive the extension .zip."),
          new Kind("1f8b", ".gz", "packed with gzip", "Give it the extension .gz."),
          new Kind("28b52ffd", ".zst", "packed with zstd", "Give it the extension .zst."));

  private final FileRequest request;
  private final byte[] start;

  FileSignature(FileRequest request) throws IOException {
    this.request = request;
    try (InputStream in = Files.newInputStream(request.file())) {
      this.start = in.readNBytes(SAMPLE);
    }
  }

  /** Refuses files of other formats. */
  void check() {
    String name = request.file().toString().toLowerCase(Locale.ROOT);
    String hex = HexFormat.of().formatHex(start, 0, Math.min(8, start.length));
    for (Kind kind : KINDS) {
      boolean readable = List.of(".gz", ".zst", ".zip").contains(kind.extension());
      if (hex.startsWith(kind.bytes()) && !(readable && name.endsWith(kind.extension()))) {
        throw problem("file.format", 0, "The file is " + kind.is() + ".", kind.fix());
      }
    }
  }

  /** Refuses text that is not UTF-8, naming the line. */
  void checkUtf8() {
    if (start.length > 1 && (start[0] & 0xff) + (start[1] & 0xff) == 0xff + 0xfe) {
      throw encoding(1, "utf-16");
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    var bytes = ByteBuffer.wrap(start);
    CoderResult result = decoder.decode(bytes, CharBuffer.allocate(start.length), false);
    if (result.isError()) {
      int line = 1;
      for (int i = 0; i < bytes.position(); i++) {
        line += start[i] == '\n' ? 1 : 0;
      }
      throw encoding(line, "windows-1252");
    }
  }

  private QarionException encoding(int line, String guess) {
    return problem(
        "file.encoding",
        line,
        "The file is not UTF-8.",
        "Write options = { encoding = \"%s\" }, or save it as UTF-8.".formatted(guess));
  }

  private QarionException problem(String code, int line, String message, String fix) {
    return new QarionException(
        Problem.error(code, Place.in(request.shownName(), line, 0), message, fix));
  }

  /** A format that is no text. */
  private record Kind(String bytes, String extension, String is, String fix) {}
}
