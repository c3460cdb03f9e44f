package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.engine.Engine;
import io.qarion.testkit.EngineSuite;
import java.nio.file.Path;

/** Tables in files keep the contract of engines. */
class LocalContractTest extends EngineSuite {

  @Override
  protected Engine open(Path folder) {
    return TestEngines.inFiles(folder);
  }
}
