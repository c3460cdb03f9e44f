package io.qarion.plugins.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineSettings;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.LandingRequest;
import io.qarion.core.engine.LandingWriter;
import io.qarion.core.engine.LoadResult;
import io.qarion.core.engine.PageRequest;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.flow.Settings;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.FileRelation;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Loads files through an engine, into both kinds of landing, and shows what came of it. */
final class LoadFixture implements AutoCloseable {

  private static final Dataset REJECTS =
      Dataset.of(
          new DatasetName("rejects"),
          Schema.of(
              Column.of("xt_source_file", PlainType.STRING),
              Column.of("xt_source_row", PlainType.INTEGER),
              Column.of("batch_id", PlainType.INTEGER),
              Column.of("column_name", PlainType.STRING),
              Column.of("reason", PlainType.STRING),
              Column.of("raw_text", PlainType.STRING)));

  private final Path folder;
  private final Engine engine;

  LoadFixture(Path folder) {
    this.folder = folder;
    this.engine =
        new DuckDbEnginePlugin()
            .open(
                new EngineSettings(
                    Settings.NONE, folder, folder, folder.resolve("tmp"), List.of(folder)));
  }

  /** What a load left behind; rows as text, in the order of record numbers. */
  record Outcome(LoadResult result, List<String> rows, List<String> rejects) {

    /** Refusals as {@code record|column}. */
    List<String> places() {
      return result.samples().stream().map(bad -> bad.row() + "|" + bad.column()).toList();
    }
  }

  Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  FileRelation csv(String text, Map<String, Object> more, Column... columns) throws IOException {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("delim", ",");
    options.put("quote", "\"");
    options.put("escape", "\"");
    options.put("header", true);
    options.put("skip", 0L);
    options.put("nullstr", List.of(""));
    options.putAll(more);
    return relation("csv", file("in.csv", text), options, columns);
  }

  FileRelation relation(String reader, Path file, Map<String, Object> options, Column... columns) {
    Schema schema = Schema.of(columns);
    return new FileRelation(
        reader, file, file.getFileName().toString(), schema.names(), schema, options);
  }

  Outcome strict(FileRelation file) {
    return load(file, Optional.empty());
  }

  Outcome rejecting(FileRelation... files) {
    return load(List.of(files), Optional.of(REJECTS));
  }

  /** The first rows of a file that is only looked at. */
  List<List<@Nullable Object>> shown(FileRelation file, int rows) {
    var source = new TransformationSource("file", new RowSource.InFile(file), file.schema());
    return engine
        .page(new PageRequest(Query.all(source), Map.of(), 0, rows), new Cancellation())
        .rows();
  }

  private Outcome load(FileRelation file, Optional<Dataset> rejects) {
    return load(List.of(file), rejects);
  }

  /** Both kinds of landing must tell the same. */
  private Outcome load(List<FileRelation> files, Optional<Dataset> rejects) {
    Outcome table = load(files, rejects, LoadSettings.Landing.TABLE);
    assertThat(load(files, rejects, LoadSettings.Landing.DIRECT)).isEqualTo(table);
    return table;
  }

  private Outcome load(
      List<FileRelation> files, Optional<Dataset> rejects, LoadSettings.Landing kind) {
    var columns = new ArrayList<>(files.getFirst().schema().columns());
    columns.addAll(TechnicalColumns.LANDING);
    Dataset landing =
        Dataset.of(new DatasetName(kind.name().toLowerCase(Locale.ROOT)), new Schema(columns));
    var batch = new BatchContext(7, Optional.empty(), LocalDateTime.of(2026, 1, 2, 3, 4), Map.of());
    try (EngineTransaction transaction = engine.begin(new Cancellation())) {
      transaction.drop(landing);
      if (kind == LoadSettings.Landing.TABLE) {
        transaction.rebuild(landing);
      }
      transaction.rebuild(REJECTS);
      LoadResult last = new LoadResult(0, 0, List.of());
      LandingWriter writer = transaction.landing(new LandingRequest(landing, kind, rejects, batch));
      for (FileRelation file : files) {
        last = writer.load(file);
      }
      writer.finish();
      if (rejects.isEmpty() && last.rejected() > 0) {
        return new Outcome(last, List.of(), List.of());
      }
      transaction.commit();
      return new Outcome(last, rows(landing), rows(REJECTS));
    }
  }

  private List<String> rows(Dataset dataset) {
    var source =
        TransformationSource.of("rows", new RowSource.Stored(dataset, new BatchRange.All()));
    int number = dataset.schema().names().indexOf("xt_source_row");
    int file = dataset.schema().names().indexOf("xt_source_file");
    return engine
        .page(new PageRequest(Query.all(source), Map.of(), 0, 1_000_000), new Cancellation())
        .rows()
        .stream()
        .sorted((a, b) -> {
          int byFile = String.valueOf(a.get(file)).compareTo(String.valueOf(b.get(file)));
          return byFile != 0
              ? byFile
              : Long.compare(
                  Long.parseLong(String.valueOf(a.get(number))),
                  Long.parseLong(String.valueOf(b.get(number))));
        })
        .map(row -> {
          var shown = new ArrayList<Object>(List.of(String.valueOf(row.get(number))));
          int user = dataset.equals(REJECTS) ? 0 : dataset.schema().size() - 4;
          row.subList(0, user).forEach(value -> shown.add(String.valueOf(value)));
          if (dataset.equals(REJECTS)) {
            shown.add(String.valueOf(row.get(3)));
            shown.add(String.valueOf(row.get(5)));
          }
          return shown.stream().map(String::valueOf).collect(Collectors.joining("|"));
        })
        .toList();
  }

  @Override
  public void close() {
    engine.close();
  }
}
