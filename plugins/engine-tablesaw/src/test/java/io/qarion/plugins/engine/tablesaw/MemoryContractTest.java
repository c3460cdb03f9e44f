package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.engine.Engine;
import io.qarion.testkit.EngineSuite;
import java.nio.file.Path;

/** Tables in memory keep the contract of engines. */
class MemoryContractTest extends EngineSuite {

  @Override
  protected Engine open(Path folder) {
    return TestEngines.inMemory(folder);
  }
}
