package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.engine.TableProblems;
import io.qarion.core.problem.QarionException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tables of a store at one moment; names that differ in case only are the same. */
final class Tables {

  private final Map<String, StoredTable> byName;

  private Tables(Map<String, StoredTable> byName) {
    this.byName = byName;
  }

  static Tables none() {
    return new Tables(Map.of());
  }

  static Tables of(Map<String, StoredTable> tables) {
    var byName = new TreeMap<String, StoredTable>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(tables);
    return new Tables(byName);
  }

  Optional<StoredTable> find(String physicalName) {
    return Optional.ofNullable(byName.get(physicalName));
  }

  StoredTable table(String physicalName) {
    return find(physicalName)
        .orElseThrow(() -> new QarionException(TableProblems.missing(physicalName)));
  }

  Tables with(String physicalName, StoredTable table) {
    var changed = copy();
    changed.remove(physicalName);
    changed.put(physicalName, table);
    return new Tables(changed);
  }

  Tables without(String physicalName) {
    var changed = copy();
    changed.remove(physicalName);
    return new Tables(changed);
  }

  Map<String, StoredTable> all() {
    return Collections.unmodifiableMap(byName);
  }

  private Map<String, StoredTable> copy() {
    var copy = new TreeMap<String, StoredTable>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(byName);
    return copy;
  }
}
