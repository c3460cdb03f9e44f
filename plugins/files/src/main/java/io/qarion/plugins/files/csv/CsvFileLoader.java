package io.qarion.plugins.files.csv;

import io.qarion.core.dataset.Schema;
import io.qarion.core.file.FileLoader;
import io.qarion.core.file.FileRequest;
import io.qarion.core.file.FileSource;
import io.qarion.core.file.SniffReport;
import io.qarion.core.transform.FileRelation;
import io.qarion.plugins.files.common.DeclaredColumns;
import io.qarion.plugins.files.common.FileProbe;
import io.qarion.plugins.files.common.PlainFile;
import java.nio.file.Path;

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
    Path file = new PlainFile(request).prepare();
    CsvDialect dialect = dialect(request, file);
    Schema wanted = DeclaredColumns.wanted(request, dialect.detected());
    return new FileSource.Relation(
        new FileRelation(
            "csv",
            file,
            request.shownName(),
            dialect.detected().names(),
            wanted,
            dialect.options()));
  }

  @Override
  public SniffReport sniff(FileRequest request) {
    CsvDialect dialect = dialect(request, new PlainFile(request).prepare());
    return new SniffReport(
        tabs ? "tsv" : "csv", dialect.options(), dialect.detected(), dialect.decisions());
  }

  private CsvDialect dialect(FileRequest request, Path file) {
    try (FileProbe probe = new FileProbe(request)) {
      return CsvDialect.of(probe, file, request.options(), tabs);
    }
  }
}
