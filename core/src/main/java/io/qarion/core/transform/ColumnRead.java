package io.qarion.core.transform;

import java.util.Set;

/**
 * A place where columns are called by name.
 *
 * @param element where, such as {@code tasks[1].rules[0].condition}
 * @param origins the columns of the sources that those named are made of
 */
public record ColumnRead(String element, Set<ColumnOrigin> origins) {

  public ColumnRead {
    origins = Set.copyOf(origins);
  }
}
