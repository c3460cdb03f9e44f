package io.qarion.plugins.files.common;

import io.qarion.core.file.FileRequest;
import io.qarion.core.flow.Settings;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.plugins.duckdb.RelationSql;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Makes a file that DuckDB can read by itself: a zip's single member is unpacked, another encoding
 * than UTF-8 is transcoded, each into a bounded temporary file. Any other file stays where it is.
 */
public final class PlainFile {

  /** A packed file that grows beyond this is refused as a bomb. */
  static final long MAX_UNPACKED = 64L << 30;

  private static final int MAX_RATIO = 1_000;
  private static final int BUFFER = 1 << 16;
  private static final int UNPACKED_LINES = 20_000;

  private final FileRequest request;
  private final Optional<RecordLines> cleaning;

  public PlainFile(FileRequest request) {
    this(request, Optional.empty());
  }

  private PlainFile(FileRequest request, Optional<RecordLines> cleaning) {
    this.request = request;
    this.cleaning = cleaning;
  }

  /**
   * A file of records and nothing else: without comments and skipped lines, with equal line ends.
   *
   * @param skip lines to leave out at the top
   */
  public static PlainFile ofRecords(FileRequest request, long skip) {
    String quote = request.options().text("quote", "\"");
    return new PlainFile(
        request,
        Optional.of(
            new RecordLines(
                skip,
                request.options().text("comment").filter(text -> !text.isEmpty()),
                quote.isEmpty() ? '\0' : quote.charAt(0))));
  }

  /** The file itself, or one in the request's temporary folder. */
  public Path prepare() {
    checkNotEmpty();
    String encoding = encoding();
    boolean zip = request.file().toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    boolean utf8 = encoding.equals("utf-8") || encoding.equals("utf8");
    checkSignature(utf8);
    if (utf8 && !zip && cleaning.isEmpty()) {
      return request.file();
    }
    try {
      Files.createDirectories(request.temporary());
      Path target = Files.createTempFile(request.temporary(), "plain", ".txt");
      try (InputStream in = open(zip);
          Reader reader = reader(in, encoding);
          Writer writer = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
        copy(reader, writer);
      }
      return target;
    } catch (CharacterCodingException e) {
      throw problem(
          "The file is not %s.".formatted(encoding), "State its encoding in the options.", e);
    } catch (IOException e) {
      throw problem("The file can't be unpacked: " + e.getMessage(), "Unpack it yourself.", e);
    }
  }

  /**
   * The text as it is, unpacked and decoded, for people to read. What can't be decoded is marked,
   * so that a wrong encoding is seen.
   */
  public Reader text() {
    checkNotEmpty();
    checkSignature(false);
    String name = request.file().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".zst")) {
      return firstLines();
    }
    try {
      CharsetDecoder decoder =
          charset(encoding())
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .onUnmappableCharacter(CodingErrorAction.REPLACE);
      return new BufferedReader(new InputStreamReader(open(name.endsWith(".zip")), decoder));
    } catch (IOException e) {
      throw problem("The file can't be unpacked: " + e.getMessage(), "Unpack it yourself.", e);
    }
  }

  /**
   * A plain UTF-8 copy of the first whole records.
   *
   * @param extension of its name
   * @param quote encloses fields that may go on in the next line; empty if none do
   */
  public FileRequest beginning(long characters, String extension, String quote) {
    try (Reader reader = text()) {
      Files.createDirectories(request.temporary());
      Path target = Files.createTempFile(request.temporary(), "beginning", extension);
      try (Writer writer = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
        new FirstRecords(quote).copy(reader, writer, characters);
      }
      var options = new LinkedHashMap<>(request.options().values());
      options.remove("encoding");
      return new FileRequest(
          target,
          request.shownName(),
          new Settings(request.options().path(), options),
          request.declared(),
          request.temporary());
    } catch (IOException e) {
      throw problem("The file can't be read: " + e.getMessage(), "Check that it is whole.", e);
    }
  }

  /** Only DuckDB can unpack these. */
  private Reader firstLines() {
    try (var probe = new FileProbe(request)) {
      return new StringReader(
          probe
              .rows(
                  "SELECT line FROM %s LIMIT %d"
                      .formatted(RelationSql.lines(request.file()), UNPACKED_LINES))
              .stream()
              .map(row -> row.text("line").orElse("") + "\n")
              .collect(Collectors.joining()));
    }
  }

  private String encoding() {
    return request.options().text("encoding", "utf-8").toLowerCase(Locale.ROOT);
  }

  private void checkNotEmpty() {
    try {
      if (Files.size(request.file()) == 0) {
        throw new QarionException(
            Problem.error(
                "file.empty",
                Place.in(request.shownName(), 0, 0),
                "The file is empty.",
                "Take it out of the pattern, or deliver it again."));
      }
    } catch (IOException e) {
      throw problem(
          "The file can't be read: it is not there any more, or you may not read it.",
          "Check that it is there and that you may read it.",
          e);
    }
  }

  private void checkSignature(boolean utf8) {
    try {
      var signature = new FileSignature(request);
      signature.check();
      String name = request.file().toString().toLowerCase(Locale.ROOT);
      boolean packed = name.endsWith(".gz") || name.endsWith(".zst") || name.endsWith(".zip");
      if (utf8 && !packed) {
        signature.checkUtf8();
      }
    } catch (IOException e) {
      throw problem("The file can't be read: " + e.getMessage(), "Check its permissions.", e);
    }
  }

  private InputStream open(boolean zip) throws IOException {
    String name = request.file().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".zst")) {
      throw new IOException("zstd together with another encoding, comments or mixed line ends");
    }
    if (zip) {
      checkOneMember();
    }
    InputStream in = Files.newInputStream(request.file());
    if (!zip) {
      return name.endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
    var members = new ZipInputStream(in);
    ZipEntry entry = members.getNextEntry();
    while (entry != null && entry.isDirectory()) {
      entry = members.getNextEntry();
    }
    return members;
  }

  private void checkOneMember() throws IOException {
    try (var archive = new ZipFile(request.file().toFile())) {
      long files = archive.stream().filter(entry -> !entry.isDirectory()).count();
      if (files != 1) {
        throw new IOException("the archive has %d files in it and not one".formatted(files));
      }
    }
  }

  private Reader reader(InputStream in, String encoding) {
    return new BufferedReader(
        new InputStreamReader(
            in,
            charset(encoding)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  private Charset charset(String encoding) {
    try {
      return Charset.forName(encoding);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw problem(
          "There is no encoding '%s'.".formatted(encoding),
          "Write encoding = \"utf-8\", \"utf-16\", \"iso-8859-1\" or \"windows-1252\".",
          e);
    }
  }

  private void copy(Reader reader, Writer writer) throws IOException {
    long packed = Math.max(1, Files.size(request.file()));
    long limit = Math.min(MAX_UNPACKED, Math.max(1L << 30, packed * MAX_RATIO));
    if (cleaning.isPresent()) {
      cleaning.get().copy(reader, writer, limit);
      return;
    }
    var buffer = new char[BUFFER];
    long total = 0;
    for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
      total += read;
      if (total > limit) {
        throw new IOException("it grows beyond " + limit + " characters");
      }
      writer.write(buffer, 0, read);
    }
  }

  private QarionException problem(String message, String fix, Exception cause) {
    return new QarionException(
        Problem.error("file.unreadable", Place.in(request.shownName(), 0, 0), message, fix), cause);
  }
}
