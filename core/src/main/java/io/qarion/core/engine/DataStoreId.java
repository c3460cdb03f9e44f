package io.qarion.core.engine;

/**
 * Names the place where an engine keeps its tables; batches and loaded files belong to it.
 *
 * @param engine such as {@code duckdb}
 * @param location path or address; empty for memory
 */
public record DataStoreId(String engine, String location) {

  @Override
  public String toString() {
    return location.isEmpty() ? engine : engine + ":" + location;
  }
}
