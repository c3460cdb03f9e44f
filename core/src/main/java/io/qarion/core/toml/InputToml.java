package io.qarion.core.toml;

import io.qarion.core.flow.FlowInput;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the rows that a flow takes in. */
final class InputToml {

  private InputToml() {}

  static FlowInput read(TableReader flow) {
    Optional<TomlTableNode> table = flow.table("input");
    if (table.isEmpty()) {
      return FlowInput.NONE;
    }
    var reader = new TableReader(table.get(), flow.problems());
    var columns = new ColumnList();
    var keys = new LinkedHashSet<>(reader.names("primary_key"));
    for (TomlTableNode column : reader.tables("columns")) {
      add(columns, keys, new TableReader(column, flow.problems()));
    }
    FlowInput input = new FlowInput(List.copyOf(keys), columns.schema());
    reader.reportUnknown();
    return input;
  }

  /** A key may be named in the list of keys or at its column. */
  private static void add(ColumnList columns, Set<String> keys, TableReader reader) {
    String name = reader.needName("name");
    if (!name.isEmpty()) {
      columns.add(name, reader);
      if (reader.flag("primary_key", false)) {
        keys.add(name);
      }
    }
    reader.accept("schema_type", "required", "primary_key", "description");
    reader.reportUnknown();
  }
}
