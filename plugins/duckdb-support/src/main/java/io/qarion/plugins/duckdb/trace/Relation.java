package io.qarion.plugins.duckdb.trace;

import io.qarion.core.transform.ColumnOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands in a FROM.
 *
 * @param rest what an unknown column of it is made of; empty if all its columns are known
 */
record Relation(String name, List<Made> columns, Optional<Set<ColumnOrigin>> rest) {

  Relation {
    columns = List.copyOf(columns);
  }

  static Relation of(String name, List<Made> columns) {
    return new Relation(name, columns, Optional.empty());
  }

  /** Called otherwise, with other names for its first columns where they are given. */
  Relation called(String alias, List<String> names) {
    var renamed = new ArrayList<Made>();
    for (int i = 0; i < columns.size(); i++) {
      Made column = columns.get(i);
      renamed.add(i < names.size() ? column.named(names.get(i)) : column);
    }
    for (int i = columns.size(); i < names.size(); i++) {
      renamed.add(new Made(names.get(i), rest.orElse(Set.of())));
    }
    return new Relation(alias.isEmpty() ? name : alias, renamed, rest);
  }

  Optional<Made> find(String column) {
    return columns.stream()
        .filter(each -> each.isCalled(column))
        .findFirst()
        .or(() -> rest.map(origins -> new Made(column, origins)));
  }

  boolean isCalled(String other) {
    return name.equalsIgnoreCase(other);
  }
}
