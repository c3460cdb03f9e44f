package io.qarion.core.repository;

/** Repositories that forget everything with the program: for tests and examples. */
public final class MemoryRepositories {

  private MemoryRepositories() {}

  /** An empty one. */
  public static FlowRepository flows() {
    return new StoredFlows(new MemoryTomlFiles("flows"));
  }

  /** An empty one. */
  public static DatasetRepository datasets() {
    return new StoredDatasets(new MemoryTomlFiles("datasets"));
  }
}
