package io.qarion.core.toml;

import io.qarion.core.flow.FlowInput;
import java.util.Optional;

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
    for (TomlTableNode column : reader.tables("columns")) {
      add(columns, new TableReader(column, flow.problems()));
    }
    FlowInput input = new FlowInput(reader.names("primary_key"), columns.schema());
    reader.reportUnknown();
    return input;
  }

  private static void add(ColumnList columns, TableReader reader) {
    String name = reader.needName("name");
    if (!name.isEmpty()) {
      columns.add(name, reader);
    }
    reader.accept("schema_type", "required", "description", "default", "unique", "primary_key");
    reader.accept("max_length");
    reader.reportUnknown();
  }
}
