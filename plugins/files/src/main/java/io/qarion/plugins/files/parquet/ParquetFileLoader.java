package io.qarion.plugins.files.parquet;

import io.qarion.core.dataset.Schema;
import io.qarion.core.file.FileLoader;
import io.qarion.core.file.FileRequest;
import io.qarion.core.file.FileSource;
import io.qarion.core.file.SniffReport;
import io.qarion.core.transform.FileRelation;
import io.qarion.plugins.duckdb.SqlText;
import io.qarion.plugins.files.common.DeclaredColumns;
import io.qarion.plugins.files.common.FileProbe;
import java.util.List;
import java.util.Map;

/** Opens Parquet files; they say themselves what they hold. */
public final class ParquetFileLoader implements FileLoader {

  @Override
  public FileSource open(FileRequest request) {
    Schema found = detected(request);
    return new FileSource.Relation(
        new FileRelation(
            "parquet",
            request.file(),
            request.shownName(),
            found.names(),
            DeclaredColumns.wanted(request, chosen(request, found)),
            options(request)));
  }

  @Override
  public SniffReport sniff(FileRequest request) {
    return new SniffReport(
        "parquet",
        options(request),
        detected(request),
        List.of("Names and types are those stored in the file."));
  }

  private static Schema detected(FileRequest request) {
    try (FileProbe probe = new FileProbe(request)) {
      return probe.describe(
          "SELECT * FROM read_parquet(%s, hive_partitioning = %s)"
              .formatted(
                  SqlText.text(request.file().toString()),
                  request.options().flag("hive_partitioning", false)));
    }
  }

  private static Schema chosen(FileRequest request, Schema found) {
    List<String> names = request.options().texts("columns");
    return names.isEmpty()
        ? found
        : new Schema(
            found.columns().stream().filter(column -> names.contains(column.name())).toList());
  }

  private static Map<String, Object> options(FileRequest request) {
    return Map.of("hive_partitioning", request.options().flag("hive_partitioning", false));
  }
}
