package io.qarion.core.toml;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.flow.Settings;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads dataset definitions out of their files. */
public final class DatasetToml {

  private static final String COLUMNS = "columns";
  private static final String COLUMN_EXAMPLE =
      "Write [columns.id] and below it schema_type = \"integer\".";

  private DatasetToml() {}

  /**
   * A dataset as far as it could be read, with what is wrong at its place in the file.
   *
   * @param readOnly the file is of a newer format and must not be changed
   */
  public record Reading(Dataset dataset, List<Problem> problems, boolean readOnly) {

    public Reading {
      problems = List.copyOf(problems);
    }
  }

  /** Reads a dataset; never fails. A dataset without a name is called as its file is. */
  public static Reading read(TomlDocument document) {
    var problems = new ArrayList<>(document.problems());
    var reader = new TableReader(document.root(), Reported.by(document, problems));
    Dataset dataset = dataset(reader, FileNames.stem(document.fileName()));
    reader.accept("properties", "quality_checks", "owner", "tags");
    FormatVersion.read(reader);
    reader.reportUnknown();
    return new Reading(dataset, problems, FormatVersion.isNewer(document));
  }

  /** The checks that a file lists; empty where they are no list of tables. */
  public static List<Settings> checks(TomlDocument document) {
    return document
        .find(TomlPath.of("quality_checks"))
        .filter(TomlArrayNode.class::isInstance)
        .map(TomlArrayNode.class::cast)
        .map(TomlArrayNode::tables)
        .orElse(List.of())
        .stream()
        .map(SettingsReader::read)
        .toList();
  }

  private static Dataset dataset(TableReader reader, String stem) {
    String name = reader.needName("name", "Write name = \"" + stem + "\".");
    var columns = new ColumnList();
    var keys = new ArrayList<String>();
    columnTables(reader).ifPresent(tables -> read(tables, reader.problems(), columns, keys));
    return new Dataset(
        new DatasetName(name.isBlank() ? stem : name),
        reader.text("namespace").filter(text -> !text.isBlank()),
        reader.text("description").orElse(""),
        columns.schema(),
        keys);
  }

  private static Optional<TomlTableNode> columnTables(TableReader reader) {
    if (!reader.has(COLUMNS)) {
      reader.accept(COLUMNS);
      reader.error(COLUMNS, "field.missing", "The dataset has no columns.", COLUMN_EXAMPLE);
      return Optional.empty();
    }
    return reader.table(COLUMNS);
  }

  private static void read(
      TomlTableNode tables, Consumer<Problem> problems, ColumnList columns, List<String> keys) {
    var all = new TableReader(tables, problems);
    for (String name : tables.keys()) {
      if (name.isEmpty()) {
        all.error(name, "field.empty", "A column has no name.", COLUMN_EXAMPLE);
        continue;
      }
      Optional<TomlTableNode> table = all.table(name);
      if (table.isPresent()) {
        var reader = new TableReader(table.get(), problems);
        columns.add(name, reader);
        if (reader.flag("primary_key", false)) {
          keys.add(name);
        }
        reader.accept("description");
        reader.reportUnknown();
      }
    }
  }
}
