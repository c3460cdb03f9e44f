package io.qarion.app.designer.newflow;

import io.qarion.core.dataset.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the form says so far.
 *
 * @param file relative to the project; empty while none is chosen
 * @param columns of that file, once they are known
 * @param settings by their keys, as they were typed
 */
record Draft(
    String flowType,
    String name,
    Optional<String> file,
    Schema columns,
    List<String> keys,
    Map<String, String> settings) {

  static final Draft NONE =
      new Draft("standard", "", Optional.empty(), Schema.EMPTY, List.of(), Map.of());

  Draft {
    keys = List.copyOf(keys);
    settings = Map.copyOf(settings);
  }

  Draft ofType(String newType) {
    return new Draft(newType, name, file, columns, keys, Map.of());
  }

  Draft named(String newName) {
    return new Draft(flowType, newName, file, columns, keys, settings);
  }

  Draft from(String newFile, Schema found, List<String> likely) {
    return new Draft(flowType, name, Optional.of(newFile), found, likely, Map.of());
  }

  Draft keyed(List<String> newKeys) {
    return new Draft(flowType, name, file, columns, newKeys, settings);
  }

  Draft set(String key, String text) {
    var changed = new LinkedHashMap<>(settings);
    changed.put(key, text);
    return new Draft(flowType, name, file, columns, keys, changed);
  }
}
