package io.qarion.core.edit;

import io.qarion.core.dataset.DataType;
import io.qarion.core.toml.TomlArrayNode;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import io.qarion.core.toml.TomlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Declares other types of columns, wherever columns are declared. */
public final class DeclaredTypes {

  private static final TomlPath INPUT = TomlPath.of("input", "columns");

  private DeclaredTypes() {}

  /** In a file that declares a dataset; columns that it doesn't declare are passed over. */
  public static TomlDocument inDataset(TomlDocument text, Map<String, DataType> types) {
    TomlDocument changed = text;
    for (Map.Entry<String, DataType> type : types.entrySet()) {
      if (text.find(TomlPath.of("columns", type.getKey())).isPresent()) {
        changed = DatasetEdits.type(changed, type.getKey(), type.getValue());
      }
    }
    return changed;
  }

  /** In what a flow says of the rows that it takes in; other columns are passed over. */
  public static TomlDocument inInput(TomlDocument flow, Map<String, DataType> types) {
    TomlDocument changed = flow;
    for (Map.Entry<String, DataType> type : types.entrySet()) {
      Optional<TomlPath> column = column(flow, type.getKey());
      if (column.isPresent()) {
        changed = at(changed, column.get(), type.getValue());
      }
    }
    return changed;
  }

  private static Optional<TomlPath> column(TomlDocument flow, String name) {
    return flow.find(INPUT)
        .filter(TomlArrayNode.class::isInstance)
        .map(TomlArrayNode.class::cast)
        .flatMap(columns ->
            columns.tables().stream()
                .filter(column -> column.string("name").filter(name::equals).isPresent())
                .findFirst())
        .map(TomlTableNode::path);
  }

  /** Digits that stood in keys of their own stand in the type then. */
  static TomlDocument at(TomlDocument text, TomlPath column, DataType type) {
    TomlDocument changed = text.set(column.key("schema_type"), TomlValue.of(type.text()));
    for (String digits : List.of("precision", "scale")) {
      TomlPath path = column.key(digits);
      changed = changed.find(path).isPresent() ? changed.remove(path) : changed;
    }
    return changed;
  }
}
