package io.qarion.core.run;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.PageRequest;
import io.qarion.core.file.FileFailures;
import io.qarion.core.file.FileLoader;
import io.qarion.core.file.FileRequest;
import io.qarion.core.file.LoadPlanner;
import io.qarion.core.file.ProjectPaths;
import io.qarion.core.file.RawText;
import io.qarion.core.file.SniffReport;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationSource;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/**
 * Looks at files as they would be read, without loading them: raw text, parsed rows, bad records.
 * It has an engine of its own, so neither the project's tables nor its lock are touched, and a look
 * never waits for a run. Large files are looked at by their beginning.
 */
public final class FileStudies implements AutoCloseable {

  /** Rows that are shown. */
  public static final int ROWS = 200;

  /** Files up to this many bytes are read whole without being asked for it. */
  public static final long SMALL = 64L << 20;

  private static final long SAMPLE = 16L << 20;

  private final Path root;
  private final ProjectPaths paths;
  private final FileOpener opener;
  private final ScratchEngine scratch;
  private final BadRowSearch search;
  private final ReadWriteLock open = new ReentrantReadWriteLock();

  public FileStudies(ProjectModel model, Plugins plugins) {
    this.root = model.root();
    this.paths = new ProjectPaths(root, List.of());
    this.opener = new FileOpener(plugins, root);
    this.scratch = new ScratchEngine(model, plugins, List.of(root));
    this.search = new BadRowSearch(scratch);
  }

  /**
   * The files that a load reads, as the user knows them, in its order; at least one.
   *
   * @throws QarionException if there is none
   */
  public List<String> files(LoadSettings settings) {
    return new LoadPlanner(paths).find(settings).stream().map(paths::shown).toList();
  }

  /** Bytes of a file; 0 if it is not there. */
  public long size(String file) {
    return root.resolve(file).toFile().length();
  }

  /**
   * Lines of a file as they are; empty if its format is no text.
   *
   * @param first number of the first wanted line, from 1
   */
  public Optional<RawText> text(
      FileReading reading, long first, int count, Cancellation cancellation) {
    return inFolder(folder -> {
      FileRequest request = request(reading, Optional.empty(), folder);
      Optional<Reader> text = loader(reading).text(request);
      try {
        return text.isPresent()
            ? Optional.of(RawText.read(text.get(), first, count, cancellation))
            : Optional.empty();
      } catch (IOException e) {
        throw new QarionException(
            Problem.error(
                "file.unreadable",
                Place.in(reading.file(), 0, 0),
                "The file can't be read: " + FileFailures.reason(e) + ".",
                "Check that it is whole and that you may read it."),
            e);
      }
    });
  }

  /** All columns of a file with the types that the values of its beginning have. */
  public Schema detected(FileReading reading, Cancellation cancellation) {
    return inFolder(folder -> {
      cancellation.throwIfRequested();
      FileLoader loader = loader(reading);
      return loader.sniff(bounded(loader, request(reading, Optional.empty(), folder))).detected();
    });
  }

  /** What a file looks like, from its beginning. */
  public FileLook look(FileReading reading, Cancellation cancellation) {
    return inFolder(folder -> {
      FileLoader loader = loader(reading);
      FileRequest request = bounded(loader, request(reading, Optional.empty(), folder));
      SniffReport sniffed = loader.sniff(request);
      cancellation.throwIfRequested();
      List<ColumnLook> columns = columns(reading, sniffed.detected());
      Schema shown =
          new Schema(
              columns.stream()
                  .filter(column -> column.detected().isPresent())
                  .map(column -> Column.of(column.name(), column.type()))
                  .toList());
      var rows = new RowSource.InFile(loader.open(declaring(request, shown)).relation());
      var query = Query.all(TransformationSource.of("file", rows));
      return new FileLook(
          sniffed,
          columns,
          scratch.engine().page(new PageRequest(query, Map.of(), 0, ROWS), cancellation));
    });
  }

  /**
   * Finds the records that can't be read as declared.
   *
   * @param whole whether the whole file is read, however large it is; otherwise the beginning of a
   *     large one
   * @param share gets how much of that has been read, from 0 to 1, on another thread; nothing where
   *     the engine can't say
   */
  public BadRows check(
      FileReading reading, boolean whole, DoubleConsumer share, Cancellation cancellation) {
    return inFolder(folder -> {
      FileLoader loader = loader(reading);
      FileRequest all = request(reading, Optional.empty(), folder);
      boolean small = whole || size(reading.file()) <= SMALL;
      Optional<FileRequest> read = small ? Optional.of(all) : loader.beginning(all, SAMPLE);
      if (read.isEmpty()) {
        return new BadRows(BadRows.Extent.NOTHING, 0, 0, List.of());
      }
      Schema loaded =
          new Schema(
              columns(reading, loader.sniff(read.get()).detected()).stream()
                  .filter(column -> column.detected().isPresent())
                  .filter(column -> reading.declared().isEmpty() || column.declared().isPresent())
                  .filter(column -> !TechnicalColumns.isReserved(column.name()))
                  .map(column ->
                      column.declared().orElseGet(() -> Column.of(column.name(), column.type())))
                  .toList());
      if (loaded.columns().isEmpty()) {
        throw new QarionException(
            Problem.error(
                "file.missing_column",
                Place.in(reading.file(), 0, 0),
                "The file has none of the declared columns.",
                "Read it in another way, or declare the columns that it has."));
      }
      cancellation.throwIfRequested();
      return search.find(
          loader,
          declaring(read.get(), loaded),
          small ? BadRows.Extent.WHOLE : BadRows.Extent.BEGINNING,
          share,
          cancellation);
    });
  }

  /** Waits for what is under way; cancel that first. */
  @Override
  public void close() {
    open.writeLock().lock();
    try {
      scratch.close();
    } finally {
      open.writeLock().unlock();
    }
  }

  /** What was made on the way is removed at once. */
  private <T> T inFolder(Function<Path, T> work) {
    open.readLock().lock();
    try {
      Path folder = scratch.temporary();
      try {
        return work.apply(folder);
      } finally {
        WorkFolder.remove(folder);
      }
    } finally {
      open.readLock().unlock();
    }
  }

  private FileRequest bounded(FileLoader loader, FileRequest request) {
    return size(request.shownName()) <= SMALL
        ? request
        : loader.beginning(request, SAMPLE).orElse(request);
  }

  private static List<ColumnLook> columns(FileReading reading, Schema detected) {
    var columns = new ArrayList<ColumnLook>();
    for (Column found : detected.columns()) {
      columns.add(
          new ColumnLook(
              found.name(),
              Optional.of(found.type()),
              reading.declared().flatMap(schema -> schema.find(found.name()))));
    }
    reading.declared().stream()
        .flatMap(schema -> schema.columns().stream())
        .filter(column -> !detected.has(column.name()))
        .forEach(column ->
            columns.add(new ColumnLook(column.name(), Optional.empty(), Optional.of(column))));
    return columns;
  }

  private FileRequest request(FileReading reading, Optional<Schema> declared, Path folder) {
    String element = reading.settings().path() + ".source_path";
    return new FileRequest(
        paths.resolve(reading.file(), element),
        reading.file(),
        reading.settings().options(),
        declared,
        folder);
  }

  private static FileRequest declaring(FileRequest request, Schema columns) {
    return new FileRequest(
        request.file(),
        request.shownName(),
        request.options(),
        Optional.of(columns),
        request.temporary());
  }

  private FileLoader loader(FileReading reading) {
    return opener.loader(root.resolve(reading.file()), reading.settings());
  }
}
