package io.qarion.core.engine;

import io.qarion.core.transform.Query;
import java.util.Map;

/**
 * Asks for rows of a query.
 *
 * @param parameters values of {@code :name}
 * @param offset rows to pass over
 * @param rows at most, 1 or more
 */
public record PageRequest(Query query, Map<String, Object> parameters, long offset, int rows) {

  public PageRequest {
    parameters = Map.copyOf(parameters);
    if (offset < 0 || rows < 1) {
      throw new IllegalArgumentException("a page needs an offset of 0 or more and a row");
    }
  }
}
