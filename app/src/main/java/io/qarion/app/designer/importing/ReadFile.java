package io.qarion.app.designer.importing;

import io.qarion.app.designer.session.FlowDocument;
import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.plugin.LoadTable;
import io.qarion.core.run.FileReading;
import io.qarion.core.toml.TomlDocument;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is looked at: a load of a flow, with what is tried out.
 *
 * @param before the text when the looking began
 * @param tried the text with the settings that are tried out
 * @param load what the tried text says
 * @param file which of its files is shown, relative to the project; empty before they are known
 * @param taken types that columns get instead of those declared, by their names
 */
record ReadFile(
    FlowDocument flow,
    TomlDocument before,
    TomlDocument tried,
    LoadTable load,
    String file,
    Map<String, DataType> taken) {

  ReadFile {
    taken = Collections.unmodifiableMap(new LinkedHashMap<>(taken));
  }

  static ReadFile begin(FlowDocument flow, LoadTable load) {
    return new ReadFile(flow, flow.document(), flow.document(), load, "", Map.of());
  }

  FileReading reading() {
    return new FileReading(file, load.settings(), load.declared().map(this::withTaken));
  }

  private Schema withTaken(Schema declared) {
    return new Schema(
        declared.columns().stream()
            .map(column ->
                Optional.ofNullable(taken.get(column.name()))
                    .map(type -> new Column(column.name(), type, column.required()))
                    .orElse(column))
            .toList());
  }

  ReadFile showing(String newFile) {
    return new ReadFile(flow, before, tried, load, newFile, taken);
  }

  ReadFile trying(TomlDocument newTried, LoadTable newLoad) {
    return new ReadFile(flow, before, newTried, newLoad, file, taken);
  }

  /** With another type of a column; the declared one is none that has to be written. */
  ReadFile taking(String column, DataType type) {
    Map<String, DataType> types = new LinkedHashMap<>(taken);
    if (declared(column).filter(type::equals).isPresent()) {
      types.remove(column);
    } else {
      types.put(column, type);
    }
    return new ReadFile(flow, before, tried, load, file, types);
  }

  /** The type that a file declares for a column, whatever is tried. */
  Optional<DataType> declared(String column) {
    return load.declared().flatMap(schema -> schema.find(column)).map(Column::type);
  }

  /** Whether the flow itself declares the columns. */
  boolean isDeclaredInFlow() {
    return load.declaredIn().equals(before.fileName());
  }

  boolean isChanged() {
    return !tried.text().equals(before.text()) || !taken.isEmpty();
  }
}
