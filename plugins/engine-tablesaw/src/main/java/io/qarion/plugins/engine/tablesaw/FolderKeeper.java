package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.FileTarget;
import io.qarion.core.file.FileFailures;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.repository.AtomicFile;
import io.qarion.core.transform.FileRelation;
import io.qarion.plugins.duckdb.LocalFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps each table as a Parquet file in a folder. A changed table is a new file; the manifest,
 * which is moved into place when all files are on the disk, says which of them count, and what the
 * ledger holds. What no manifest names is removed.
 */
final class FolderKeeper implements TableStore.Keeper {

  private static final String MANIFEST = "manifest.json";
  private static final String ENDING = ".parquet";

  /** A dictionary pays for columns with few values only. */
  private static final Map<String, Object> OPTIONS =
      Map.of("PARQUET_VERSION", "v2", "DICTIONARY_SIZE_LIMIT", 1000L);

  private final Path folder;
  private final LocalFiles files;
  private final IdentityHashMap<StoredTable, String> written = new IdentityHashMap<>();
  private long next = 1;

  FolderKeeper(Path folder, LocalFiles files) {
    this.folder = folder;
    this.files = files;
  }

  @Override
  public StoreState load() {
    try {
      Files.createDirectories(folder);
      Path manifest = folder.resolve(MANIFEST);
      if (!Files.exists(manifest)) {
        removeLeftovers(Set.of());
        return StoreState.EMPTY;
      }
      Manifest read = manifest(Files.readAllBytes(manifest));
      Map<String, StoredTable> tables = new HashMap<>();
      for (Manifest.TableEntry entry : read.tables()) {
        StoredTable table = table(entry);
        tables.put(entry.name(), table);
        written.put(table, entry.file());
      }
      next = read.next();
      removeLeftovers(
          read.tables().stream().map(Manifest.TableEntry::file).collect(Collectors.toSet()));
      return new StoreState(Tables.of(tables), read.ledger());
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private Manifest manifest(byte[] bytes) {
    try {
      return Manifest.read(bytes);
    } catch (IOException e) {
      throw new QarionException(damaged(MANIFEST + " can't be read."), e);
    }
  }

  private StoredTable table(Manifest.TableEntry entry) {
    var columns = new ColumnsBuilder(entry.schema());
    if (!entry.file().isEmpty()) {
      Path file = folder.resolve(entry.file());
      if (!Files.exists(file)) {
        throw new QarionException(
            damaged("%s, the file of table '%s', is gone.".formatted(entry.file(), entry.name())));
      }
      var relation =
          new FileRelation(
              "parquet",
              file,
              file.getFileName().toString(),
              entry.schema().names(),
              inFile(entry.schema()),
              Map.of());
      files.read(relation, columns.sink(relation.schema(), RowRoom.ENDLESS), new Cancellation());
    }
    return StoredTable.of(entry.schema(), columns.build(), columns.size());
  }

  @Override
  public void keep(StoreState before, StoreState after) {
    try {
      var names = new IdentityHashMap<StoredTable, String>();
      var entries = new ArrayList<Manifest.TableEntry>();
      for (var table : after.tables().all().entrySet()) {
        String known = written.get(table.getValue());
        String file = known == null ? write(table.getValue()) : known;
        names.put(table.getValue(), file);
        entries.add(new Manifest.TableEntry(table.getKey(), file, table.getValue().schema()));
      }
      AtomicFile.write(
          folder.resolve(MANIFEST), new Manifest(next, entries, after.ledger()).bytes());
      written.clear();
      written.putAll(names);
      removeLeftovers(Set.copyOf(names.values()));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** The name of the new file; empty for a table without rows. */
  private String write(StoredTable table) {
    if (table.size() == 0) {
      return "";
    }
    String name = next++ + ENDING;
    Path file = folder.resolve(name);
    files.write(
        inFile(table.schema()),
        table.columns(),
        table.size(),
        new FileTarget("parquet", file, OPTIONS),
        new Cancellation());
    AtomicFile.force(file);
    return name;
  }

  /** The columns of a file: JSON is text there, which no reader writes anew. */
  private static Schema inFile(Schema schema) {
    return new Schema(
        schema.columns().stream()
            .map(column ->
                Column.of(
                    column.name(),
                    column.type() == PlainType.JSON ? PlainType.STRING : column.type()))
            .toList());
  }

  private void removeLeftovers(Set<String> named) throws IOException {
    try (Stream<Path> there = Files.list(folder)) {
      for (Path file : there.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(ENDING) && !named.contains(name)) {
          Files.delete(file);
        }
      }
    }
  }

  private Problem damaged(String what) {
    return Problem.error(
        "engine.damaged",
        Place.in(folder.toString(), 0, 0),
        "In the folder of Tablesaw's tables " + what,
        "Bring it back from a copy, or move the folder away and load everything again.");
  }

  private QarionException unusable(IOException cause) {
    return new QarionException(
        Problem.error(
            "engine.unwritable",
            Place.in(folder.toString(), 0, 0),
            "The folder of Tablesaw's tables can't be used: %s. %s"
                .formatted(FileFailures.reason(cause), FileFailures.disk(folder)),
            "Free space, or correct path in [engine.config]; what was there before is unharmed."),
        cause);
  }
}
