package io.qarion.plugins.files.csv;

import io.qarion.core.dataset.Schema;
import io.qarion.core.file.FileLoader;
import io.qarion.core.file.FileRequest;
import io.qarion.core.file.FileSource;
import io.qarion.core.file.SniffReport;
import io.qarion.core.flow.Settings;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.FileRelation;
import io.qarion.plugins.files.common.DeclaredColumns;
import io.qarion.plugins.files.common.FileProbe;
import io.qarion.plugins.files.common.PlainFile;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens delimited text files. */
public final class CsvFileLoader implements FileLoader {

  private final boolean tabs;

  /**
   * @param tabs whether fields are parted by tabs where nothing else is said
   */
  public CsvFileLoader(boolean tabs) {
    this.tabs = tabs;
  }

  @Override
  public FileSource open(FileRequest request) {
    Found found = find(request);
    Schema wanted = DeclaredColumns.wanted(request, found.dialect().detected());
    return new FileSource.Relation(
        new FileRelation(
            "csv",
            found.file(),
            request.shownName(),
            found.dialect().detected().names(),
            wanted,
            found.dialect().options()));
  }

  @Override
  public SniffReport sniff(FileRequest request) {
    CsvDialect dialect = find(request).dialect();
    return new SniffReport(
        tabs ? "tsv" : "csv", dialect.stated(), dialect.detected(), dialect.decisions());
  }

  @Override
  public Optional<Reader> text(FileRequest request) {
    return Optional.of(new PlainFile(request).text());
  }

  @Override
  public Map<Long, Long> lines(FileRequest request, Set<Long> records, Cancellation cancellation) {
    try (Reader text = new PlainFile(request).text()) {
      return RecordStarts.of(find(request).dialect(), request.options())
          .lines(text, records, cancellation);
    } catch (IOException _) {
      return Map.of(); // the file has gone since; where its records stood is of no use any more
    }
  }

  @Override
  public Optional<FileRequest> beginning(FileRequest request, long characters) {
    return Optional.of(
        new PlainFile(request)
            .beginning(characters, tabs ? ".tsv" : ".csv", request.options().text("quote", "\"")));
  }

  private Found find(FileRequest request) {
    boolean mixed = request.options().text("line_ends", "").equals("mixed");
    if (mixed || request.options().has("comment")) {
      return cleaned(request);
    }
    Path file = new PlainFile(request).prepare();
    try {
      CsvDialect dialect = dialect(request, file, false);
      Object comment = dialect.options().get("comment");
      return comment == null
          ? new Found(file, dialect)
          : cleaned(with(request, "comment", comment));
    } catch (QarionException e) {
      return e.code().equals(FileProbe.DIALECT) ? retried(request, e) : rethrown(e);
    }
  }

  /** Line ends of two kinds are the commonest reason why no dialect fits. */
  private Found retried(FileRequest request, QarionException first) {
    try {
      return cleaned(request);
    } catch (QarionException second) {
      first.addSuppressed(second);
      throw first;
    }
  }

  private static Found rethrown(QarionException problem) {
    throw problem;
  }

  private Found cleaned(FileRequest request) {
    Path file = PlainFile.ofRecords(request, CsvDialect.skipped(request.options())).prepare();
    return new Found(file, dialect(request, file, true));
  }

  private CsvDialect dialect(FileRequest request, Path file, boolean cleaned) {
    try (FileProbe probe = new FileProbe(request)) {
      return CsvDialect.of(probe, file, request.options(), new CsvDialect.Known(tabs, cleaned));
    }
  }

  private static FileRequest with(FileRequest request, String key, Object value) {
    var options = new LinkedHashMap<>(request.options().values());
    options.put(key, value);
    return new FileRequest(
        request.file(),
        request.shownName(),
        new Settings(request.options().path(), options),
        request.declared(),
        request.temporary());
  }

  /** A file that DuckDB reads by itself, and how it is written. */
  private record Found(Path file, CsvDialect dialect) {}
}
