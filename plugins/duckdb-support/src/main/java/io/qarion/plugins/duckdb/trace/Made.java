package io.qarion.plugins.duckdb.trace;

import io.qarion.core.transform.ColumnOrigin;
import java.util.HashSet;
import java.util.Set;

/** A column inside a statement, with the columns of the sources that its values are made of. */
record Made(String name, Set<ColumnOrigin> origins) {

  Made {
    origins = Set.copyOf(origins);
  }

  Made named(String newName) {
    return new Made(newName, origins);
  }

  Made with(Set<ColumnOrigin> more) {
    var all = new HashSet<>(origins);
    all.addAll(more);
    return new Made(name, all);
  }

  boolean isCalled(String other) {
    return name.equalsIgnoreCase(other);
  }
}
