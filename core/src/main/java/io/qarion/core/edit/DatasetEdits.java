package io.qarion.core.edit;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.SchemaDifference;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Edits of a file that declares a dataset, each with the smallest change of its text. */
public final class DatasetEdits {

  private static final TomlPath COLUMNS = TomlPath.of("columns");
  private static final String TYPE = "schema_type";
  private static final String REQUIRED = "required";
  private static final String KEY = "primary_key";
  private static final String DESCRIPTION = "description";

  private DatasetEdits() {}

  /** The text of a file that declares a dataset as it is, without what the program adds to it. */
  public static TomlDocument declaration(Dataset dataset, Schema columns) {
    TomlDocument text =
        TomlDocument.parse("", "").set(TomlPath.of("name"), TomlValue.of(dataset.name().value()));
    if (!dataset.description().isBlank()) {
      text = text.set(TomlPath.of(DESCRIPTION), TomlValue.of(dataset.description()));
    }
    Optional<String> namespace = dataset.namespace();
    if (namespace.isPresent()) {
      text = text.set(TomlPath.of("namespace"), TomlValue.of(namespace.get()));
    }
    for (Column column : columns.columns()) {
      text =
          text.set(
              COLUMNS.key(column.name()),
              table(column, dataset.primaryKey().contains(column.name())));
    }
    return text;
  }

  private static TomlValue table(Column column, boolean key) {
    Map<String, TomlValue> entries = new LinkedHashMap<>();
    entries.put(TYPE, TomlValue.of(column.type().text()));
    if (column.required()) {
      entries.put(REQUIRED, new TomlValue.Flag(true));
    }
    if (key) {
      entries.put(KEY, new TomlValue.Flag(true));
    }
    return new TomlValue.Table(entries, false);
  }

  /** Says what the dataset is; nothing takes the words away. */
  public static TomlDocument describe(TomlDocument text, String words) {
    return written(text, TomlPath.of(DESCRIPTION), words);
  }

  /** Gives the dataset a namespace, or takes it away. */
  public static TomlDocument namespace(TomlDocument text, String name) {
    return written(text, TomlPath.of("namespace"), name);
  }

  /** Says what a column is; nothing takes the words away. */
  public static TomlDocument describeColumn(TomlDocument text, String column, String words) {
    return written(text, COLUMNS.key(column).key(DESCRIPTION), words);
  }

  /** Declares another type; digits that stood in keys of their own stand in the type then. */
  public static TomlDocument type(TomlDocument text, String column, DataType type) {
    return DeclaredTypes.at(text, COLUMNS.key(column), type);
  }

  public static TomlDocument required(TomlDocument text, String column, boolean is) {
    return flag(text, COLUMNS.key(column).key(REQUIRED), is);
  }

  /** Takes a column into the primary key, or out of it. */
  public static TomlDocument key(TomlDocument text, String column, boolean is) {
    return flag(text, COLUMNS.key(column).key(KEY), is);
  }

  /** Declares a further column. */
  public static TomlDocument add(TomlDocument text, String column, DataType type) {
    checkFree(text, column);
    return text.set(COLUMNS.key(column), table(Column.of(column, type), false));
  }

  public static TomlDocument remove(TomlDocument text, String column) {
    return without(text, COLUMNS.key(column));
  }

  /**
   * Puts a column into another place among the others, with its comments.
   *
   * @param index the place it then has, from 0
   */
  public static TomlDocument move(TomlDocument text, String column, int index) {
    return text.move(COLUMNS.key(column), index);
  }

  public static TomlDocument rename(TomlDocument text, String column, String name) {
    if (name.equals(column)) {
      return text;
    }
    checkFree(text, name);
    return text.rename(COLUMNS.key(column), name);
  }

  /** Declares a column as the data has it. */
  public static TomlDocument asFound(TomlDocument text, SchemaDifference difference) {
    return switch (difference) {
      case SchemaDifference.Missing(String column, DataType _) -> remove(text, column);
      case SchemaDifference.Extra(String column, DataType found) -> add(text, column, found);
      case SchemaDifference.OtherType(String column, DataType _, DataType found) ->
          type(text, column, found);
    };
  }

  private static void checkFree(TomlDocument text, String column) {
    if (column.isBlank() || text.find(COLUMNS.key(column)).isPresent()) {
      throw new QarionException(
          Problem.error(
              "column.duplicate",
              Place.of("columns." + column),
              column.isBlank()
                  ? "A column needs a name."
                  : "There is a column '%s' already.".formatted(column),
              "Choose another name."));
    }
  }

  private static TomlDocument flag(TomlDocument text, TomlPath path, boolean is) {
    return is ? text.set(path, new TomlValue.Flag(true)) : without(text, path);
  }

  private static TomlDocument written(TomlDocument text, TomlPath path, String words) {
    return words.isBlank() ? without(text, path) : text.set(path, TomlValue.of(words));
  }

  private static TomlDocument without(TomlDocument text, TomlPath path) {
    return text.find(path).isPresent() ? text.remove(path) : text;
  }
}
