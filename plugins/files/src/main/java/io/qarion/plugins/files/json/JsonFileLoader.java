package io.qarion.plugins.files.json;

import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.file.FileLoader;
import io.qarion.core.file.FileRequest;
import io.qarion.core.file.FileSource;
import io.qarion.core.file.SniffReport;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.FileRelation;
import io.qarion.plugins.duckdb.RelationSql;
import io.qarion.plugins.duckdb.SqlText;
import io.qarion.plugins.files.common.Compression;
import io.qarion.plugins.files.common.DateFormats;
import io.qarion.plugins.files.common.DeclaredColumns;
import io.qarion.plugins.files.common.FileProbe;
import io.qarion.plugins.files.common.PlainFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens JSON files: an array of objects somewhere inside, or an object a line. */
public final class JsonFileLoader implements FileLoader {

  private static final int SAMPLE = 20_480;
  private static final int DOUBLE_DIGITS = 15;

  private final boolean lines;

  /**
   * @param lines whether each line is an object of its own
   */
  public JsonFileLoader(boolean lines) {
    this.lines = lines;
  }

  @Override
  public FileSource open(FileRequest request) {
    JsonShape shape = shape(request);
    Schema found = detected(request, shape);
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("format", shape.format());
    request
        .options()
        .text("timestamp_format")
        .ifPresent(
            format -> options.put(RelationSql.TIMESTAMP_FORMAT, DateFormats.toDuckDb(format)));
    return new FileSource.Relation(
        new FileRelation(
            "json",
            shape.file(),
            request.shownName(),
            found.names(),
            DeclaredColumns.wanted(request, found),
            options));
  }

  @Override
  public SniffReport sniff(FileRequest request) {
    JsonShape shape = shape(request);
    return new SniffReport(
        lines ? "jsonl" : "json",
        Map.of("format", shape.format()),
        detected(request, shape),
        List.of("Types are those of the first %,d objects.".formatted(SAMPLE)));
  }

  @Override
  public Optional<Reader> text(FileRequest request) {
    return Optional.of(new PlainFile(request).text());
  }

  @Override
  public Map<Long, Long> lines(FileRequest request, Set<Long> records, Cancellation cancellation) {
    try (Reader text = new PlainFile(request).text()) {
      return JsonRecords.starts(
          text, request.options().text("records_path", ""), records, cancellation);
    } catch (IOException _) {
      return Map.of(); // the file has gone since; where its records stood is of no use any more
    }
  }

  @Override
  public Optional<FileRequest> beginning(FileRequest request, long characters) {
    return lines
        ? Optional.of(new PlainFile(request).beginning(characters, ".jsonl", ""))
        : Optional.empty();
  }

  private JsonShape shape(FileRequest request) {
    Path file = new PlainFile(request).prepare();
    boolean rewritten =
        request.options().has("records_path")
            || request.options().flag("flatten", false)
            || needsManyDigits(request)
            || (!lines && !beginsWithObjects(request, file));
    return rewritten
        ? new JsonShape(new JsonRecords(request, file, lines).toLines(), "newline_delimited")
        : new JsonShape(file, lines ? "newline_delimited" : "array");
  }

  private static boolean needsManyDigits(FileRequest request) {
    return request.declared().stream()
        .flatMap(schema -> schema.columns().stream())
        .anyMatch(column ->
            column.type() instanceof DecimalType decimal && decimal.precision() > DOUBLE_DIGITS);
  }

  /**
   * Whether an array of objects begins here; anything else is looked at object by object. A packed
   * file is taken for an array.
   */
  private static boolean beginsWithObjects(FileRequest request, Path file) {
    if (Compression.of(file).isPresent()) {
      return true;
    }
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      return nextSign(reader) == '[' && nextSign(reader) == '{';
    } catch (IOException e) {
      throw new QarionException(
          Problem.error(
              "file.unreadable",
              Place.in(request.shownName(), 0, 0),
              "The file can't be read: " + e.getMessage(),
              "Check that it is UTF-8 and that you may read it."),
          e);
    }
  }

  private static int nextSign(BufferedReader reader) throws IOException {
    int sign = reader.read();
    while (sign == '\uFEFF' || (sign >= 0 && Character.isWhitespace(sign))) {
      sign = reader.read();
    }
    return sign;
  }

  private static Schema detected(FileRequest request, JsonShape shape) {
    try (FileProbe probe = new FileProbe(request)) {
      return probe.describe(
          "SELECT * FROM read_json(%s, format = %s, sample_size = %d, maximum_object_size = %d)"
              .formatted(
                  SqlText.text(shape.file().toString()),
                  SqlText.text(shape.format()),
                  SAMPLE,
                  RelationSql.MAX_OBJECT));
    }
  }

  /** A file and how its objects follow one another. */
  private record JsonShape(Path file, String format) {}
}
